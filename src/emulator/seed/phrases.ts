/** What flows and agents say whatever the matter is. `{customer}` and `{agent}` stand for names. */
export interface Phrases {
  readonly greeting: string;
  readonly waiting: string;
  readonly movedQueue: string;
  readonly handover: string;
  readonly takeover: string;
  readonly nobodyFree: string;
  readonly stillThere: string;
  readonly closed: string;
  readonly surveyTitle: string;
  readonly surveySubtitle: string;
  readonly surveyOptions: readonly [string, string, string];
  readonly surveyThanks: string;
}

const english: Phrases = {
  greeting: "Hello, you are chatting with Northwind. What can we do for you?",
  waiting: "Thank you. The next free agent will be with you shortly.",
  movedQueue: "This takes longer than it should. We are passing you on to a team that is free.",
  handover: "One moment please, I am bringing in a colleague who can do that for you.",
  takeover: "Hello {customer}, {agent} here. I have read what you wrote to my colleague.",
  nobodyFree: "All our agents are busy. You are number 7 in the queue.",
  stillThere: "Are you still there? This chat closes after 15 minutes without a message.",
  closed: "This chat is closed now. Write to us again whenever you like.",
  surveyTitle: "How satisfied are you with this chat?",
  surveySubtitle: "Your answer goes to the team, not to a machine.",
  surveyOptions: ["Very satisfied 😀", "It was all right", "Not satisfied"],
  surveyThanks: "Thank you for your answer. Goodbye!",
};

const german: Phrases = {
  greeting: "Guten Tag, Sie chatten mit Northwind. Was können wir für Sie tun?",
  waiting: "Danke. Sie werden gleich mit einem Menschen verbunden.",
  movedQueue: "Das dauert länger als gedacht. Wir geben Sie an ein freies Team weiter.",
  handover: "Einen Moment bitte, ich hole eine Kollegin dazu, die das für Sie erledigen kann.",
  takeover: "Guten Tag {customer}, hier ist {agent}. Ich habe gelesen, worum es geht.",
  nobodyFree: "Im Moment sind alle im Gespräch. Sie sind Nummer 7 in der Warteschlange.",
  stillThere: "Sind Sie noch da? Ohne Nachricht endet der Chat nach 15 Minuten.",
  closed: "Der Chat ist beendet. Schreiben Sie uns jederzeit wieder.",
  surveyTitle: "Wie zufrieden sind Sie mit diesem Chat?",
  surveySubtitle: "Ihre Antwort liest das Team.",
  surveyOptions: ["Sehr zufrieden", "Es ging so", "Unzufrieden"],
  surveyThanks: "Vielen Dank für Ihre Antwort. Auf Wiedersehen!",
};

const portuguese: Phrases = {
  greeting: "Olá, aqui é a Northwind. Como podemos ajudar?",
  waiting: "Obrigado. Um atendente falará com você em instantes.",
  movedQueue: "Está demorando mais do que deveria. Vamos passar você para outra equipe.",
  handover: "Um momento, por favor. Vou chamar um colega que pode resolver isso.",
  takeover: "Olá {customer}, aqui é {agent}. Já li a conversa com meu colega.",
  nobodyFree: "Todos os atendentes estão ocupados. Você é o número 7 da fila.",
  stillThere: "Você ainda está aí? O chat fecha após 15 minutos sem mensagens.",
  closed: "O chat foi encerrado. Escreva quando quiser.",
  surveyTitle: "Como você avalia este atendimento?",
  surveySubtitle: "A equipe lê todas as respostas.",
  surveyOptions: ["Muito bom", "Regular", "Ruim"],
  surveyThanks: "Obrigado pela resposta. Até logo!",
};

const arabic: Phrases = {
  greeting: "مرحبًا، أنت تتحدث مع نورثويند. كيف يمكننا مساعدتك؟",
  waiting: "شكرًا لك. سيكون معك أحد موظفينا بعد قليل.",
  movedQueue: "استغرق الأمر وقتًا أطول من اللازم. سنحوّلك إلى فريق آخر.",
  handover: "لحظة من فضلك، سأحوّلك إلى زميل يستطيع مساعدتك.",
  takeover: "مرحبًا {customer}، معك {agent}. لقد قرأت المحادثة السابقة.",
  nobodyFree: "جميع موظفينا مشغولون. رقمك في الانتظار 7.",
  stillThere: "هل ما زلت هنا؟ ستُغلق المحادثة بعد 15 دقيقة بلا رسائل.",
  closed: "أُغلقت المحادثة. راسلنا متى شئت.",
  surveyTitle: "ما مدى رضاك عن هذه المحادثة؟",
  surveySubtitle: "يقرأ الفريق كل إجابة.",
  surveyOptions: ["راضٍ جدًا", "مقبول", "غير راضٍ"],
  surveyThanks: "شكرًا على إجابتك. إلى اللقاء!",
};

const japanese: Phrases = {
  greeting: "こんにちは、Northwind サポートです。ご用件をお聞かせください。",
  waiting: "ありがとうございます。担当者におつなぎしますので、少々お待ちください。",
  movedQueue: "お待たせしております。別のチームにおつなぎします。",
  handover: "少々お待ちください。担当の者に代わります。",
  takeover: "{customer} 様、担当の {agent} です。これまでの内容は拝見しました。",
  nobodyFree: "ただいま混み合っております。7 番目にご案内します。",
  stillThere: "まだご利用中でしょうか。15 分間メッセージがない場合、チャットを終了します。",
  closed: "チャットを終了しました。またいつでもご連絡ください。",
  surveyTitle: "今回の対応にご満足いただけましたか。",
  surveySubtitle: "いただいた回答はチームで確認します。",
  surveyOptions: ["とても満足", "普通", "不満"],
  surveyThanks: "ご回答ありがとうございました。",
};

export const PHRASES = {
  "en-US": english,
  "en-GB": english,
  "de-DE": german,
  "pt-BR": portuguese,
  "ar-AE": arabic,
  "ja-JP": japanese,
} as const satisfies Record<string, Phrases>;

export type Locale = keyof typeof PHRASES;
