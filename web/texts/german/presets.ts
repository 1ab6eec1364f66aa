/** German of the titles and descriptions of presets. */
export const presetPhrases: Readonly<Record<string, string>> = {
  'Test tones: known sines, no muscle': 'Prüftöne: bekannte Sinus, kein Muskel',
  'No patient: eight electrodes receive sines of known frequency and amplitude through the same amplifier, converter and filters as anybody’s EMG. For checking your own chain; there is nothing to decode.':
    'Kein Patient: acht Elektroden erhalten Sinus von bekannter Frequenz und Amplitude durch denselben Verstärker, Wandler und dieselben Filter wie jedes EMG. Um die eigene Kette zu prüfen; zu dekodieren gibt es nichts.',
  'Forearm, eight-electrode armband': 'Unterarm, Armband mit acht Elektroden',
  'Forearm, armband of 200 Hz': 'Unterarm, Armband mit 200 Hz',
  'Forearm, armband: a difficult user': 'Unterarm, Armband: ein schwieriger Fall',
  'Upper arm, nerve transfer, electrodes on the skin': 'Oberarm, Nerventransfer, Elektroden auf der Haut',
  'Thigh, bone-anchored, electrodes on the skin': 'Oberschenkel, knochenverankert, Elektroden auf der Haut',
  'Thigh, electrodes on the skin: a difficult user':
    'Oberschenkel, Elektroden auf der Haut: ein schwieriger Fall',
  'Forearm of a volunteer, ten dry electrodes': 'Unterarm einer Versuchsperson, zehn trockene Elektroden',
  'Forearm of a volunteer, force shown': 'Unterarm einer Versuchsperson, Kraft gezeigt',
  'Thigh, from socket to a year after osseointegration':
    'Oberschenkel, vom Schaft bis ein Jahr nach der Osseointegration',
  'Upper arm, nerve transfer, electrodes on the muscles':
    'Oberarm, Nerventransfer, Elektroden auf den Muskeln',
  'Upper arm, nerve transfer: a difficult user': 'Oberarm, Nerventransfer: ein schwieriger Fall',
  'Upper arm, bone-anchored, electrodes on the muscles':
    'Oberarm, knochenverankert, Elektroden auf den Muskeln',
  'Upper arm, electrodes on the muscles: a difficult user':
    'Oberarm, Elektroden auf den Muskeln: ein schwieriger Fall',
  'Transhumeral amputation, bone-anchored, targeted muscle reinnervation, eight epimysial electrode pairs through the implant. Young, lean, well recovered: opens and closes a hand, turns a wrist, bends an elbow.':
    'Oberarmamputation, knochenverankert, gezielte Muskelreinnervation, acht Elektrodenpaare auf den Muskeln durch das Implantat. Jung, schlank, gut erholt: öffnet und schließt eine Hand, dreht das Handgelenk, beugt den Ellbogen.',
  'The same arm half a year after surgery in an older person: reinnervation incomplete, loose sutures, a neuroma left behind, efforts that vary and never quite end.':
    'Derselbe Arm ein halbes Jahr nach der Operation bei einem älteren Menschen: unvollständige Reinnervation, lockere Nähte, ein verbliebenes Neurom, Anstrengungen, die schwanken und nie ganz enden.',
  'Transhumeral amputation two years after targeted muscle reinnervation: the nerves of the lost hand were sewn to parts of biceps, brachialis and triceps, and the fat above them was thinned. Twelve electrode pairs stuck on the skin over the new sites and the muscles between, as in the first trials of pattern recognition with such arms: whoever thinks of closing the hand makes the inner biceps work.':
    'Oberarmamputation zwei Jahre nach gezielter Muskelreinnervation: die Nerven der verlorenen Hand wurden an Teile von Bizeps, Brachialis und Trizeps genäht, das Fett darüber ausgedünnt. Zwölf Elektrodenpaare kleben auf der Haut über den neuen Stellen und den Muskeln dazwischen, wie in den ersten Versuchen mit Mustererkennung an solchen Armen: wer ans Schließen der Hand denkt, spannt den inneren Bizeps an.',
  'Transhumeral amputation, bone-anchored, epimysial electrodes, no nerve transfer: biceps and triceps as nature wired them, a hand controlled by learned patterns. Young, lean, well recovered.':
    'Oberarmamputation, knochenverankert, Elektroden auf den Muskeln, kein Nerventransfer: Bizeps und Trizeps wie von Natur aus versorgt, eine Hand, die durch gelernte Muster gesteuert wird. Jung, schlank, gut erholt.',
  'The same arm six weeks after surgery: swelling, weak and unpractised contractions, muscles that were sutured without tension.':
    'Derselbe Arm sechs Wochen nach der Operation: Schwellung, schwache und ungeübte Kontraktionen, ohne Spannung angenähte Muskeln.',
  'Transfemoral amputation, titanium stem in the femur, muscles sutured to bone, fat thinned, eight surface electrode pairs. Young, lean, well recovered: bends a knee, moves an ankle, turns shank and thigh.':
    'Oberschenkelamputation, Titanstiel im Oberschenkelknochen, Muskeln an Knochen genäht, Fett ausgedünnt, acht Elektrodenpaare auf der Haut. Jung, schlank, gut erholt: beugt ein Knie, bewegt einen Knöchel, dreht Unter- und Oberschenkel.',
  'The same thigh in an older person four months after surgery, fat not thinned, sutures loose, a neuroma left behind: little signal, much crosstalk, efforts that vary.':
    'Derselbe Oberschenkel bei einem älteren Menschen vier Monate nach der Operation, Fett nicht ausgedünnt, lockere Nähte, ein verbliebenes Neurom: wenig Signal, viel Übersprechen, schwankende Anstrengungen.',
  'Transradial amputation, bone-anchored, an armband with eight surface electrodes anywhere over the muscles. Young, lean, well recovered: opens and closes a hand, bends and turns a wrist.':
    'Unterarmamputation, knochenverankert, ein Armband mit acht Elektroden irgendwo über den Muskeln. Jung, schlank, gut erholt: öffnet und schließt eine Hand, beugt und dreht das Handgelenk.',
  'The same armband on a forearm with more fat, in a socket that presses and slips, dry contacts, weak and varying efforts.':
    'Dasselbe Armband an einem Unterarm mit mehr Fett, in einem Schaft, der drückt und rutscht, trockene Kontakte, schwache und schwankende Anstrengungen.',
  'The same forearm under an armband that sends 200 samples a second of 8 bits, as the common wireless one does: less than half of the EMG’s band is left to decide by.':
    'Derselbe Unterarm unter einem Armband, das 200 Werte je Sekunde mit 8 Bit sendet, wie das verbreitete drahtlose: weniger als die Hälfte des EMG-Bands bleibt für die Entscheidung.',
  'An able-bodied volunteer under a ring of ten dry electrodes with a common reference, as many public recordings have them: ten movements of hand and wrist, each held for some seconds without help.':
    'Eine gesunde Versuchsperson unter einem Ring aus zehn trockenen Elektroden mit gemeinsamer Referenz, wie in vielen öffentlichen Aufnahmen: zehn Bewegungen von Hand und Handgelenk, jede einige Sekunden ohne Hilfe gehalten.',
  'The forearm of an able-bodied volunteer under eight gelled electrode pairs, who holds each movement at half of the strongest effort and sees the force: steady contractions, as in studies of strength.':
    'Der Unterarm einer gesunden Versuchsperson unter acht Elektrodenpaaren mit Gel, die jede Bewegung mit halber Kraft hält und die Kraft sieht: gleichmäßige Kontraktionen, wie in Kraftstudien.',
  'One person in six stages: with the socket before surgery, under the nerve block of the operation, on day 2, in week 6, month 6 and a year later. Fat is thinned, muscles are sutured to bone, neuromas removed; swelling goes, strength and voluntary activation return.':
    'Ein Mensch in sechs Abschnitten: mit Schaft vor der Operation, unter der Nervenblockade der Operation, an Tag 2, in Woche 6, Monat 6 und ein Jahr später. Fett wird ausgedünnt, Muskeln an Knochen genäht, Neurome entfernt; die Schwellung geht, Kraft und Aktivierung kehren zurück.',
};
