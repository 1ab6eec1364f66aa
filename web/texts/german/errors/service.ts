import type { Filled } from './filled.js';

/** What the service answers requests that it cannot follow, and why it sends somebody away. */
export const serviceErrors: Filled = {
  'nothing at …': 'Unter $1 ist nichts',
  'The page is at /.': 'Die Seite ist unter /.',
  'Open the link that the terminal of the service shows, or send "Authorization: Bearer TOKEN".':
    'Den Link öffnen, den das Terminal des Dienstes zeigt, oder "Authorization: Bearer TOKEN" senden.',
  'no endpoint … …': '$1 $2 gibt es nicht',
  'There are …; /api/openapi.json describes them.': 'Es gibt $1; /api/openapi.json beschreibt sie.',
  'body: larger…': 'Die Anfrage ist zu groß$1',
  'Send a scenario or a decoder, not a signal.': 'Ein Szenario oder einen Decoder senden, kein Signal.',
  'request: …': 'Die Anfrage ist nicht lesbar: $1',
  'Send JSON as UTF-8, plain or by gzip, at an address that is percent-encoded.':
    'JSON als UTF-8 senden, unverpackt oder mit gzip, an eine Adresse in Prozentschreibweise.',
  'the change is still under way after … s, and goes on': 'Die Änderung dauert schon $1 s und geht weiter',
  'GET /api/scenario shows what is asked for, GET /api/health how far it is; the stream tells where it fails.':
    'GET /api/scenario zeigt, was verlangt ist, GET /api/health, wie weit es ist; das Signal sagt, wenn es misslingt.',
  'body: expected content type application/json': 'Die Anfrage muss application/json sein',
  'Send the header "Content-Type: application/json".':
    'Die Kopfzeile "Content-Type: application/json" mitsenden.',
  'too many requests from this address': 'Zu viele Anfragen von dieser Adresse',
  'Wait a second, and send fewer, such as only the last position of a dial.':
    'Eine Sekunde warten und weniger senden, etwa nur die letzte Stellung eines Reglers.',
  'there is no such session, or not any more': 'Eine solche Sitzung gibt es nicht, oder nicht mehr',
  'GET /api/sessions lists them, POST /api/sessions makes one; without ?session= the shared one is meant.':
    'GET /api/sessions zählt sie auf, POST /api/sessions legt eine an; ohne ?session= ist die gemeinsame gemeint.',
  '…: not to be asked here': '$1: Das kann hier nicht verlangt werden',
  'test: none was run yet': 'Noch wurde kein Test gemacht',
  'POST /api/test starts one.': 'POST /api/test beginnt einen.',
  'the service is …': 'Zustand des Dienstes: $1',
  'Ask again in a second.': 'In einer Sekunde noch einmal fragen.',
  'recordings: there is none of that name': 'Eine Aufnahme dieses Namens gibt es nicht',
  'GET /api/recordings lists them.': 'GET /api/recordings zählt sie auf.',
  'the service stops': 'Der Dienst hört auf',
  'Ask again when it has been started again.': 'Noch einmal fragen, wenn er wieder gestartet ist.',
  'the session was made anew, as it was at first. …':
    'Die Sitzung wurde neu gemacht, wie sie zu Anfang war. $1',
  'the session was ended': 'Die Sitzung wurde beendet',
  'nobody watched the session for … minutes': '$1 Minuten lang hat niemand der Sitzung zugesehen',
  'more than … messages per second': 'Mehr als $1 Nachrichten in der Sekunde',
  'messages: more than … per second; some were not read':
    'Mehr als $1 Nachrichten in der Sekunde; einige wurden nicht gelesen',
  'Send fewer, such as only the last position of a dial.':
    'Weniger senden, etwa nur die letzte Stellung eines Reglers.',
  'control queue full: messages were not read': 'Diese Seite liest zu langsam: Nachrichten blieben ungelesen',
};
