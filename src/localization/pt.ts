import type { Messages } from './messages.js';

// One text for Portugal and Brazil: the words are those that both use and spell alike.

const UNREADABLE = 'Não foi possível ler o documento. Tire a foto de novo com boa luz e com os quatro cantos visíveis.';
const CLOSED = {
  title: 'Não é possível continuar aqui',
  text: 'Esta etapa está encerrada. Se já enviou os documentos, não é preciso fazer mais nada aqui.',
};
const SETUP = {
  title: 'A verificação não está disponível',
  text: 'Há um erro na configuração desta página. A culpa não é sua. Fale com o suporte.',
};

export const words: Messages = {
  lang: 'pt',
  dir: 'ltr',
  guidance: {
    title: 'Confirme a sua identidade',
    text: 'A lei exige a confirmação da sua identidade. Leva cerca de 2 minutos.',
    documentsTitle: (count) => (count === 1 ? 'Tenha este documento à mão' : 'Tenha um destes à mão'),
    documents: {
      passport: { title: 'Passaporte', text: 'Válido, aberto na página da foto, com os quatro cantos visíveis' },
      'driving-licence': { title: 'Carta de condução ou CNH', text: 'Válida, frente e verso, fácil de ler' },
      'national-id': { title: 'Cartão ou carteira de identidade', text: 'Dentro da validade, frente e verso, com os quatro cantos visíveis' },
      'residence-permit': { title: 'Autorização de residência', text: 'Válida, frente e verso, fácil de ler' },
    },
    selfie: { title: 'Uma selfie', text: 'Feita na hora com a câmera, com o rosto visível' },
    proofOfAddress: {
      title: 'Documento com o seu endereço',
      text: 'Conta de água, luz ou gás, extrato bancário, carta de um órgão público ou contrato de locação dos últimos 3 meses',
    },
    stepsTitle: 'Quanto tempo leva',
    steps: (region) => [
      { title: 'Tirar as fotos', text: 'Cerca de 2 minutos' },
      { title: 'Análise automática', text: '5 a 15 minutos' },
      { title: 'Resultado', text: region === 'us' ? 'Em geral 15 a 60 minutos' : 'Em geral 5 a 30 minutos' },
    ],
    tipsTitle: 'Dicas para boas fotos',
    tips: [
      'Procure um lugar com boa luz, sem reflexos no documento.',
      'Segure a câmera sem mexer até a imagem ficar nítida.',
      'Mantenha os quatro cantos do documento visíveis.',
      'Para a selfie, tire os óculos e o chapéu ou boné.',
    ],
    usNote: 'Nos Estados Unidos, também podemos pedir o número do Social Security (SSN) e um documento com o seu endereço.',
    privacy: 'Os documentos são enviados com criptografia ao nosso parceiro Veriff e servem apenas para confirmar a sua identidade.',
    start: 'Iniciar verificação',
  },
  busy: 'Um momento…',
  unloaded: 'A página não carregou por completo. Verifique a internet e tente de novo.',
  titles: {
    idle: 'Verificação de identidade',
    verifying: 'A verificação está aberta',
    reviewing: 'Os documentos estão em análise',
    verified: 'Identidade confirmada',
    rejected: 'Não foi possível confirmar a identidade',
    resubmission: 'Precisamos de mais uma foto',
    expired: 'O prazo da verificação terminou',
  },
  texts: {
    idle: 'A verificação ainda não está disponível nesta página.',
    verifying: 'Siga os passos na janela de verificação. Quando terminar, esta página aparece de novo.',
    reviewing: 'Os documentos chegaram. Não é preciso fazer nada agora.',
    verified: 'A verificação terminou com sucesso. Já pode continuar.',
    rejected: 'Desta vez, não foi possível aprovar os documentos.',
    resubmission: 'Falta alguma coisa ou algo não está legível. Pode completar agora, sem voltar ao início.',
    expired: 'A verificação não foi concluída a tempo. Pode começar outra agora.',
  },
  leftOpen: {
    unfinished: {
      title: 'Continue de onde parou',
      text: 'A verificação ainda não terminou. Se já a concluiu no telefone, consulte o resultado.',
    },
    elsewhere: {
      title: 'Continue na outra janela',
      text: 'A verificação está aberta em outra janela deste navegador. Continue lá. Se continuar aqui, ela fecha lá.',
    },
  },
  review: {
    time: { international: 'Em geral 5 a 30 minutos. Às vezes, até 24 horas.', us: 'Em geral 15 a 60 minutos. Às vezes, até 24 horas.' },
    freshTitle: 'A verificação está em curso',
    freshText: 'Se ainda falta enviar algum documento, continue agora. Se já enviou todos, não é preciso fazer nada.',
    stepsTitle: 'Em que ponto estamos',
    steps: { submitted: 'Documentos recebidos', automated: 'Análise automática', manual: 'Análise por uma pessoa, se for preciso', result: 'Resultado' },
    submittedAt: (time) => `Envio: ${time}`,
    done: 'Concluído',
    current: 'Em curso',
    next: 'A seguir',
    mayLeave: 'Pode fechar esta página. A análise continua sem ela.',
    mayContinue: 'Enquanto isso, pode avançar para o próximo passo.',
    stalled: {
      'record-closed': {
        title: 'Pode continuar',
        text: 'Já não é possível acompanhar o resultado aqui. Não é preciso fazer mais nada nesta página.',
      },
      unauthorized: {
        title: 'O resultado não está visível agora',
        text: 'A análise continua normalmente. Entre de novo na sua conta ou consulte mais tarde.',
      },
      unchanged: {
        title: 'Ainda não há um novo resultado',
        text: 'O resultado anterior continua válido. Consulte de novo ou comece outra verificação.',
      },
      deadline: {
        title: 'A espera está maior do que o normal',
        text: 'A análise já dura mais de um dia. Consulte o resultado ou, em caso de dúvida, fale com o suporte.',
      },
    },
  },
  actions: {
    continue: 'Continuar verificação',
    continueHere: 'Continuar aqui',
    tryAgain: 'Tentar de novo',
    startAgain: 'Começar de novo',
    check: 'Consultar resultado',
    goOn: 'Ir para o próximo passo',
    continueAnyway: 'Continuar mesmo assim',
    continueOnPhone: 'Continuar no telefone',
    continueOnDevice: 'Continuar neste aparelho',
    continueThere: 'Continuar na página da Veriff',
    openInBrowser: 'Abrir no navegador',
    copyLink: 'Copiar link',
    cancel: 'Cancelar',
  },
  outcomes: {
    reasonsTitle: 'O que aconteceu',
    reasons: {
      'document-expired': 'O documento está fora da validade. Use um que ainda seja válido.',
      'document-unreadable': UNREADABLE,
      'document-damaged': 'O documento está danificado. Use outro.',
      'document-unsupported': 'Não podemos aceitar este tipo de documento. Use outro da lista.',
      'document-mismatch': 'Os dados no documento são diferentes dos que nos indicou.',
      'document-missing': 'Falta uma foto. Tire todas as fotos pedidas.',
      'selfie-mismatch': 'A selfie parece diferente da foto no documento. Tire outra com boa luz.',
      'name-mismatch': 'O nome no documento é diferente do que nos indicou.',
      underage: 'Ainda não tem a idade mínima para este serviço.',
      'address-mismatch': 'O endereço no documento é diferente do que nos indicou.',
      'address-document-old': 'O documento com o seu endereço tem mais de 3 meses. Use um mais recente.',
      'not-accepted': 'Não podemos aceitar os documentos enviados.',
    },
    generalReasonsTitle: 'Os motivos mais comuns',
    generalReasons: [
      'O documento está fora da validade ou não serve na sua região.',
      'As fotos estão desfocadas, escuras ou cortadas.',
      'Os dados ou a selfie não correspondem ao documento.',
    ],
    rejectedNext: 'Pode tentar de novo com um documento válido e fotos nítidas. Se acha que houve um engano, fale com o suporte.',
    // A label, since “a partir” would need another article before an hour than before a date.
    retryAt: (time) => `Próxima tentativa possível: ${time}.`,
  },
  warnings: {
    'in-app-browser': {
      title: 'Abra esta página no navegador',
      text: 'Dentro de apps, a câmera muitas vezes não funciona. Abra esta página em um navegador, como Chrome ou Safari.',
    },
    'camera-policy': {
      title: 'Esta página não pode usar a câmera',
      text: 'Para as fotos, é preciso uma câmera. Continue na página do nosso parceiro Veriff, onde ela funciona.',
    },
    'camera-unsupported': {
      title: 'Este navegador não pode usar a câmera',
      text: 'Para as fotos, é preciso uma câmera. Abra esta página em outro navegador ou em um telefone.',
    },
    'camera-missing': {
      title: 'Não há nenhuma câmera disponível',
      text: 'Para as fotos, é preciso uma câmera. Conecte uma ou abra esta página em um telefone.',
    },
    'camera-denied': {
      title: 'A câmera está desativada nesta página',
      text: 'Para as fotos, é preciso uma câmera. Permita o uso nas opções do navegador ou continue na página do nosso parceiro Veriff.',
    },
    'frame-blocked': { title: 'A verificação não pode abrir nesta página', text: 'Continue na página do nosso parceiro Veriff.' },
  },
  ways: {
    phone: {
      title: 'Continue no telefone',
      text: 'Aponte a câmera do telefone para este código e abra o link. Deixe esta página aberta: o resultado aparece aqui.',
    },
    leaving: { title: 'A página da Veriff vai abrir', text: 'Os próximos passos são lá. Se nada acontecer, use o botão.' },
    codeLabel: 'Código QR com o link para o telefone',
    linkLabel: 'Link',
  },
  errors: {
    configuration: SETUP,
    'unsupported-browser': {
      title: 'Este navegador é muito antigo',
      text: 'A verificação não funciona neste navegador. Atualize o navegador ou abra esta página em outro.',
    },
    'insecure-context': {
      title: 'Esta página não é segura',
      text: 'A câmera só funciona em páginas seguras. Abra esta página com um endereço que comece por https ou fale com o suporte.',
    },
    'camera-unavailable': {
      title: 'Não há nenhuma câmera disponível',
      text: 'Permita o uso da câmera nesta página ou abra a página em um aparelho que tenha câmera.',
    },
    offline: { title: 'Sem internet', text: 'Verifique a internet e tente de novo. Nada se perdeu.' },
    network: {
      title: 'Não foi possível chegar ao serviço',
      text: 'Verifique a internet e tente de novo. Se não resolver, desative os bloqueadores de anúncios nesta página.',
    },
    timeout: { title: 'O serviço não respondeu', text: 'A internet pode estar lenta. Tente de novo daqui a pouco.' },
    unauthorized: { title: 'É preciso entrar de novo', text: 'Entre na sua conta e volte a esta página, ou fale com o suporte.' },
    'onboarding-invalid': CLOSED,
    'onboarding-not-found': CLOSED,
    'client-key': SETUP,
    'rate-limited': { title: 'Muitas tentativas seguidas', text: 'Houve muitas tentativas em pouco tempo. Espere alguns minutos e tente de novo.' },
    server: { title: 'O serviço está com problemas', text: 'A culpa não é sua. Tente de novo dentro de alguns minutos.' },
    'bad-response': {
      title: 'Recebemos uma resposta inesperada',
      text: 'Se a rede Wi-Fi é pública, entre primeiro na página de acesso da rede. Depois, tente de novo.',
    },
    'session-url': SETUP,
    'frame-blocked': {
      title: 'A verificação não abriu',
      text:
        'Esta página ou o navegador impediu a abertura. Continue na página do nosso parceiro Veriff, ' +
        'ou desative os bloqueadores de anúncios nesta página e tente de novo.',
    },
    'frame-timeout': {
      title: 'A verificação não carregou',
      text: 'Verifique a internet, desative os bloqueadores de anúncios nesta página e tente de novo.',
    },
    'frame-busy': { title: 'Já há uma verificação aberta', text: 'Conclua ou feche a outra verificação nesta página e tente de novo.' },
  },
  errorCode: 'Código do erro:',
  notices: {
    'check-unchanged': 'Consulta feita agora. Ainda não há nada de novo.',
    'check-failed': 'Não foi possível consultar agora. Tente de novo daqui a pouco.',
    copied: 'Link copiado.',
    'copy-failed': 'Não foi possível copiar o link. Selecione e copie o link manualmente.',
    'not-loaded': 'Não foi possível mostrar o código. Copie o link e abra-o no telefone.',
  },
  slow: 'A espera está maior do que o normal. Fique nesta página, por favor.',
  frame: {
    label: 'Verificação de identidade',
    close: 'Fechar',
    opening: 'A verificação vai abrir…',
    slow: 'A espera está maior do que o normal. Pode esperar ou fechar e tentar de novo.',
    leaveTitle: 'Sair da verificação?',
    leaveText: 'Pode continuar mais tarde, mas talvez seja preciso repetir alguns passos.',
    stay: 'Ficar',
    leave: 'Sair',
  },
};
