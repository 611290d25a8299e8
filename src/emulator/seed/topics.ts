import type { QueueName } from "./organization";
import type { Locale } from "./phrases";

/** Customer, agent or flow, and what they write. `{customer}`, `{agent}` and `{order}` are filled in. */
export type Line = readonly [who: "C" | "A" | "F", text: string];

/** What a chat is about, in parts that are used as far as the session goes. */
export interface Topic {
  readonly locale: Locale;
  readonly queue: QueueName;
  /** Before anybody takes the chat. */
  readonly opening: readonly Line[];
  /** With the first agent. */
  readonly first: readonly Line[];
  /** With whom the chat is transferred to. */
  readonly second: readonly Line[];
  readonly closing: readonly Line[];
}

export const TOPICS = {
  parcel: {
    locale: "en-US",
    queue: "orders",
    opening: [
      ["C", "Hi, my parcel was due on Monday and the tracking page hasn't moved since."],
      ["F", "Please give us your order number."],
      ["C", "{order}"],
    ],
    first: [
      ["A", "Hello {customer}, this is {agent}. I am looking at order {order} right now."],
      ["A", "It left our warehouse on Friday and was scanned at the carrier's hub on Saturday."],
      ["C", "And then it fell into a hole? 😅"],
      [
        "A",
        "It looks like it missed the van twice. I can ask the carrier to put it first tomorrow.",
      ],
      ["C", "Tomorrow before noon would be fine, I am at home then."],
      ["A", "Noted: tomorrow, before 12:00. You will get a text message with the driver's link."],
    ],
    second: [
      ["A", "I can send a replacement today, and the first parcel goes back when it turns up."],
      ["C", "Yes please, the birthday is on Thursday."],
      ["A", "Done. The new shipment goes out by express tonight."],
    ],
    closing: [
      ["C", "Great, thank you!"],
      ["A", "You're welcome. Have a good day!"],
    ],
  },
  refund: {
    locale: "en-GB",
    queue: "orders",
    opening: [
      ["C", "I sent back a pair of headphones three weeks ago and still have no refund"],
      ["C", "order {order}"],
    ],
    first: [
      ["A", "Hello, {agent} here. Sorry that this is taking so long, let me check the return."],
      [
        "A",
        "The parcel arrived on the 4th, but the inspection was never booked. That is our mistake.",
      ],
      ["C", "So when do I get my money?"],
      ["A", "I have booked it now. The refund of £89.00 goes out today, your bank needs 2–3 days."],
    ],
    second: [
      ["A", "I have looked into the payment: the first refund went to a card that has expired."],
      ["C", "Right, that card was stolen in March."],
      [
        "A",
        "Then I'll send it by bank transfer. Please use the secure form that you get by e-mail.",
      ],
      ["C", "Filled in."],
    ],
    closing: [
      ["C", "Thanks for sorting it out"],
      ["A", "Glad I could help."],
    ],
  },
  lineFault: {
    locale: "en-GB",
    queue: "broadband",
    opening: [
      ["C", "Internet is down since this morning. Router light is red."],
      ["F", "We have started a line test. It takes about two minutes."],
      ["F", "Line test finished: a fault was found between the exchange and your home."],
    ],
    first: [
      ["A", "Hi {customer}, I'm {agent}. I can see the result of the line test."],
      ["C", "Is it me or is it you?"],
      ["A", "It is us: a cabinet in your street lost power. 214 homes are affected."],
      ["C", "And how long will that take? I work from home."],
      ["A", "The engineers are on site; the estimate is 16:30."],
      ["A", "I have added 10 GB to your mobile plan, so that you can use your phone's hotspot."],
    ],
    second: [
      [
        "A",
        "The cabinet is back, but your router does not log in. Please hold its reset button for 10 s.",
      ],
      ["C", "Done. Lights are blinking… green now!"],
      ["A", "I see it online: 248 Mbit/s down, 41 Mbit/s up."],
    ],
    closing: [
      ["C", "Perfect, works again 🎉"],
      ["A", "Good to hear. Bye for now!"],
    ],
  },
  invoice: {
    locale: "en-US",
    queue: "billing",
    opening: [
      ["C", "Why is this month's bill $14.99 higher than last month's?"],
      ["F", "Please confirm the last four digits of your account number."],
      ["C", "4471"],
    ],
    first: [
      ["A", "Hi {customer}, {agent} from Billing. Thank you, I have your account open."],
      ["A", "The difference is the sports package that was added on the 2nd."],
      ["C", "I never ordered that."],
      ["A", "It was switched on from the TV box. I have removed it and credited the amount."],
    ],
    second: [
      ["A", "I can also lock purchases on the box with a PIN, if you like."],
      ["C", "Yes, do that. The kids found it, I guess."],
      ["A", "It's set; the PIN comes by letter in 2 days."],
    ],
    closing: [
      ["C", "ok thanks"],
      ["A", "Thank you for being with us. Take care!"],
    ],
  },
  cancel: {
    locale: "en-US",
    queue: "loyalty",
    opening: [["C", "I want to cancel my contract by the end of the month."]],
    first: [
      ["A", "Hello {customer}, I'm {agent}. May I ask what made you decide that?"],
      ["C", "Moving abroad. Nothing personal."],
      [
        "A",
        "Then there is no notice period: we need proof of the move, a copy of the registration.",
      ],
      ["C", "I can send that next week, is that too late?"],
      ["A", "No, we date the end back to the day of the move."],
    ],
    second: [
      ["A", "I have prepared the final bill. There is a credit of $21.40 in your favour."],
      ["C", "Please pay it to the account you already have."],
      ["A", "Will do. All the best for your new place!"],
    ],
    closing: [
      ["C", "Thank you, that was easier than I feared."],
      ["A", "Good luck with the move!"],
    ],
  },
  router: {
    locale: "de-DE",
    queue: "broadband",
    opening: [
      ["C", "Guten Morgen, seit dem Update bricht mein WLAN alle paar Minuten ab."],
      ["F", "Bitte nennen Sie uns Ihre Kundennummer."],
      ["C", "steht in meinem Profil, ich bin angemeldet"],
    ],
    first: [
      ["A", "Guten Morgen {customer}, mein Name ist {agent}. Ich sehe Ihren Anschluss vor mir."],
      ["A", "Ihr Router funkt auf demselben Kanal wie elf Geräte in der Nachbarschaft."],
      ["C", "Und das war vor dem Update anders?"],
      [
        "A",
        "Ja, das Update hat die Kanalwahl zurückgesetzt. Ich stelle sie wieder auf automatisch.",
      ],
      ["C", "Jetzt ist die Verbindung kurz weg … und wieder da."],
    ],
    second: [
      ["A", "Ich habe zusätzlich die Sendeleistung angepasst. Wie sieht es im Obergeschoss aus?"],
      ["C", "Drei Balken statt einem. Sehr schön!"],
    ],
    closing: [
      ["C", "Herzlichen Dank für die schnelle Hilfe, schönes Wochenende!"],
      ["A", "Sehr gern, Ihnen auch."],
    ],
  },
  address: {
    locale: "de-DE",
    queue: "orders",
    opening: [["C", "Hallo, ich habe bei Bestellung {order} die falsche Hausnummer angegeben 🙈"]],
    first: [
      ["A", "Hallo {customer}, hier ist {agent}. Das Paket ist noch bei uns, das passt also."],
      ["C", "Puh. Richtig wäre Grüner Weg 17a, nicht 71."],
      ["A", "Geändert. Die neue Bestätigung ist unterwegs."],
    ],
    second: [
      ["A", "Das Paket war schon auf dem Band, ich habe es aber noch umleiten lassen."],
      ["C", "Sie sind ein Schatz."],
    ],
    closing: [
      ["C", "Danke!!"],
      ["A", "Gern geschehen."],
    ],
  },
  installation: {
    locale: "pt-BR",
    queue: "broadband",
    opening: [["C", "Bom dia! O técnico vinha hoje às 9h e ninguém apareceu."]],
    first: [
      ["A", "Bom dia, {customer}! Aqui é {agent}. Vou verificar a visita agora mesmo."],
      ["A", "O carro da equipe quebrou na Avenida Paulista; eles chegam às 11h30."],
      ["C", "Tá bom, mas preciso sair às 13h."],
      ["A", "A instalação leva uns 40 minutos, dá tempo."],
    ],
    second: [
      ["A", "Remarquei para amanhã às 8h, primeira visita do dia."],
      ["C", "Melhor assim 👍"],
    ],
    closing: [
      ["C", "Obrigada pela atenção!"],
      ["A", "Eu que agradeço. Bom dia!"],
    ],
  },
  damaged: {
    locale: "ar-AE",
    queue: "orders",
    opening: [
      ["C", "السلام عليكم، وصل الطلب {order} والشاشة مكسورة."],
      ["F", "من فضلك أرسل صورة للمنتج إن أمكن."],
    ],
    first: [
      ["A", "وعليكم السلام {customer}، أنا {agent}. نعتذر كثيرًا عن ذلك."],
      ["C", "هل يمكن استبداله قبل نهاية الأسبوع؟"],
      ["A", "نعم، سنرسل جهازًا جديدًا غدًا (رقم الشحنة NW-20417) ونستلم القديم في نفس الوقت."],
    ],
    second: [
      ["A", "تم تأكيد الموعد: الخميس بين 10:00 و12:00."],
      ["C", "ممتاز 🌷"],
    ],
    closing: [
      ["C", "شكرًا جزيلًا لكم"],
      ["A", "على الرحب والسعة."],
    ],
  },
  relocation: {
    locale: "ja-JP",
    queue: "broadband",
    opening: [["C", "来月引っ越すので、回線の移転手続きをお願いしたいです。"]],
    first: [
      ["A", "{customer} 様、担当の {agent} です。新しいご住所をお知らせください。"],
      ["C", "札幌市中央区北一条西2丁目です。"],
      ["A", "そちらは光回線がご利用いただけます。工事は最短で 12 日の午前です。"],
      ["C", "12 日の午前でお願いします🙏"],
    ],
    second: [
      ["A", "工事の予約が完了しました。当日は立ち会いをお願いいたします。"],
      ["C", "承知しました。"],
    ],
    closing: [
      ["C", "ありがとうございました。"],
      ["A", "こちらこそ、ありがとうございました。"],
    ],
  },
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof TOPICS;
