/** German of what explains the fields of intent and calibration. */
export const explainedIntent: Readonly<Record<string, string>> = {
  'What the user intends, and how well they do it.': 'Was beabsichtigt wird, und wie gut es gelingt.',
  'Shape of each contraction: rise-hold-fall, slow ramp, sinusoid, unprompted random movement in all joints, episodes of daily living, or rest throughout.':
    'Form jeder Kontraktion: Anstieg–Halten–Abfall, langsame Rampe, Sinus, freie zufällige Bewegung in allen Gelenken, Episoden des Alltags oder durchgehend Ruhe.',
  'Movements the user makes, in this order; rest among them is prompted like the others.':
    'Bewegungen in dieser Reihenfolge; Ruhe darunter wird wie die anderen verlangt.',
  'A movement.': 'Eine Bewegung.',
  'Order of the movements within each repetition.': 'Reihenfolge der Bewegungen in jeder Wiederholung.',
  'How often each movement comes before the script is over.':
    'Wie oft jede Bewegung kommt, bevor das Skript zu Ende ist.',
  'Start over after the last repetition (with new variability) instead of resting.':
    'Nach der letzten Wiederholung von vorn beginnen (mit neuer Veränderlichkeit), statt zu ruhen.',
  'Number of the session: another number gives the same person other trials. Calibration is session 1.':
    'Nummer der Sitzung: eine andere gibt derselben Person andere Durchgänge. Die Kalibrierung ist Sitzung 1.',
  'Strength of the contractions, as a part of the maximal voluntary contraction.':
    'Stärke der Kontraktionen, als Teil der größten willentlichen Kontraktion.',
  'Strengths used in turn, one per repetition, instead of the single strength; none: always that one.':
    'Stärken, die der Reihe nach genommen werden, eine je Wiederholung, statt der einen Stärke; keine: immer diese.',
  'Strength of one repetition.': 'Stärke einer Wiederholung.',
  'Rest before the first movement.': 'Ruhe vor der ersten Bewegung.',
  'Time to rise to the strength asked for, and to let go of it; 0: at once.':
    'Zeit, um die verlangte Stärke zu erreichen und wieder loszulassen; 0: sofort.',
  'Time the strength is held (ramp: time of the rise; sinusoid: length of the contraction).':
    'Zeit, die die Stärke gehalten wird (Rampe: Zeit des Anstiegs; Sinus: Länge der Kontraktion).',
  'Rest after each movement.': 'Ruhe nach jeder Bewegung.',
  'Frequency of the sinusoid style.': 'Frequenz der Sinusform.',
  'Upper frequency of the random style.': 'Obere Frequenz der Zufallsform.',
  'Joints moved at once: each prompt joins that many movements of different joints.':
    'Gleichzeitig bewegte Gelenke: jede Aufforderung verbindet so viele Bewegungen verschiedener Gelenke.',
  'Mean time from the prompt to the first excitation.':
    'Mittlere Zeit von der Aufforderung bis zur ersten Erregung.',
  'Standard deviation of the reaction time from trial to trial; late reactions are the longer tail.':
    'Standardabweichung der Reaktionszeit von Durchgang zu Durchgang; späte Reaktionen sind der längere Ausläufer.',
  'Time from 10 to 90 % of the strength in a rise as fast as the user makes it; slower where asked for.':
    'Zeit von 10 auf 90 % der Stärke im schnellsten Anstieg; langsamer, wo es verlangt ist.',
  'How far the onset of a hold goes above the level that follows, unless that is shown.':
    'Wie weit der Beginn eines Haltens über das folgende Niveau geht, wenn dieses nicht gezeigt wird.',
  'Time in which an overshoot falls to 37 %.': 'Zeit, in der ein Überschwingen auf 37 % zurückgeht.',
  'How much strength is lost over a hold of 4 s whose level is not shown; longer holds level off.':
    'Wie viel Stärke in einem Halten von 4 s ohne gezeigtes Niveau verloren geht; längeres Halten flacht ab.',
  'How well the level is shown and followed: at 1 no overshoot, no decay, the least spread of repetitions and less common wander.':
    'Wie gut das Niveau gezeigt und befolgt wird: bei 1 kein Überschwingen, kein Nachlassen, die geringste Streuung der Wiederholungen und weniger gemeinsames Schwanken.',
  'Standard deviation, from trial to trial, of the strength of the whole effort: all muscles alike.':
    'Standardabweichung der Stärke der ganzen Anstrengung von Durchgang zu Durchgang: alle Muskeln gleich.',
  'Standard deviation, from trial to trial, of each muscle’s share in a movement; what one does more, others do less.':
    'Standardabweichung des Anteils jedes Muskels an einer Bewegung von Durchgang zu Durchgang; was einer mehr tut, tun andere weniger.',
  'Standard deviation of the slow drift of the whole effort within a contraction: all muscles alike.':
    'Standardabweichung des langsamen Driftens der ganzen Anstrengung in einer Kontraktion: alle Muskeln gleich.',
  'Standard deviation of the slow drift of each muscle’s share within a contraction, at the cost of the others.':
    'Standardabweichung des langsamen Driftens des Anteils jedes Muskels in einer Kontraktion, auf Kosten der anderen.',
  'How strongly this person makes each movement where the same is asked of all: an ankle that is no longer there weakly, say −10 dB. As asked where a movement is not named.':
    'Wie kräftig diese Person jede Bewegung macht, wenn von allen dasselbe verlangt wird: etwa −10 dB für einen Knöchel, den es nicht mehr gibt. Wie verlangt, wo eine Bewegung nicht genannt ist.',
  'Strength of one movement relative to what is asked for.':
    'Stärke einer Bewegung im Verhältnis zur verlangten.',
  'How much more variable the very first repetition is; practice takes it away.':
    'Wie viel veränderlicher die allererste Wiederholung ist; Übung nimmt es weg.',
  'Repetitions after which the extra variability has fallen to 37 %.':
    'Wiederholungen, nach denen die zusätzliche Veränderlichkeit auf 37 % gefallen ist.',
  'How well muscles are singled out: at 100 each movement has the pattern its drives say, at 0 all have the mean pattern of all movements.':
    'Wie gut Muskeln einzeln angespannt werden: bei 100 hat jede Bewegung das Muster, das ihre Antriebe sagen, bei 0 haben alle das mittlere Muster aller Bewegungen.',
  'Activity spread to all other muscles, relative to the strength of the effort.':
    'Auf alle anderen Muskeln verteilte Aktivität, im Verhältnis zur Stärke der Anstrengung.',
  'Further activity of all muscles at maximal effort, unevenly and other in each trial; hardly there up to half of it.':
    'Weitere Aktivität aller Muskeln bei größter Anstrengung, ungleichmäßig und in jedem Durchgang anders; bis zur Hälfte davon kaum vorhanden.',
  'Mean activity left in every muscle at rest, more in some than in others: nobody lets go entirely.':
    'Mittlere Aktivität, die in Ruhe in jedem Muskel bleibt, in manchen mehr: niemand lässt ganz los.',
  'Standard deviation of the slow drift of that tone, half common to all muscles, half each one’s own.':
    'Standardabweichung des langsamen Driftens dieser Spannung, zur Hälfte allen gemeinsam, zur Hälfte jedem Muskel eigen.',
  'Position the limb is held in: 0 is that of the calibration, each other number a pattern of its own.':
    'Haltung der Gliedmaße: 0 ist die der Kalibrierung, jede andere Zahl ein eigenes Muster.',
  'How much another limb position changes each muscle’s share in the movements, and a tenth of it as % MVC that holding the limb there takes.':
    'Wie sehr eine andere Haltung den Anteil jedes Muskels an den Bewegungen ändert, und zu einem Zehntel davon als % MVC, was das Halten dort kostet.',
  'Mean effort of holding up limb and prosthesis, relative to an intact muscle’s maximum.':
    'Mittlere Anstrengung, Gliedmaße und Prothese zu halten, bezogen auf das Maximum eines unversehrten Muskels.',
  'Day: 0 is that of the calibration, each other number has patterns, strengths and tone of its own.':
    'Tag: 0 ist der der Kalibrierung, jede andere Zahl hat eigene Muster, Stärken und Spannung.',
  'Standard deviation by which another day changes each muscle’s share in each movement, half common to its muscles.':
    'Standardabweichung, um die ein anderer Tag den Anteil jedes Muskels an jeder Bewegung ändert, zur Hälfte seinen Muskeln gemeinsam.',
  'Screen-guided training, by which the decoder learns this person.':
    'Training mit Anleitung am Bildschirm, bei dem der Decoder diese Person lernt.',
  'Movements asked for in each repetition; include rest.':
    'Bewegungen, die in jeder Wiederholung verlangt werden; Ruhe gehört dazu.',
  'A movement the person is asked for.': 'Eine Bewegung, die von der Person verlangt wird.',
  'Follow a trapezoid, hold at once, or, unprompted, record for as long as a key is held.':
    'Einem Trapez folgen, sofort halten oder ohne Aufforderung aufnehmen, solange eine Taste gehalten wird.',
  'How often each movement is asked for; two or more allow an honest accuracy.':
    'Wie oft jede Bewegung verlangt wird; ab zwei gibt es eine ehrliche Genauigkeit.',
  'Time to get ready: the next movement is shown with a countdown.':
    'Zeit, sich bereit zu machen: die nächste Bewegung wird mit Countdown gezeigt.',
  'Time over which the target rises, and falls again after the hold.':
    'Zeit, in der das Ziel steigt und nach dem Halten wieder fällt.',
  'Time for which the contraction is held; this is what the decoder learns from.':
    'Zeit, die die Kontraktion gehalten wird; daraus lernt der Decoder.',
  'Relaxation between prompts.': 'Entspannung zwischen den Aufforderungen.',
  'Strength asked for, as a share of the strongest voluntary contraction.':
    'Verlangte Stärke, als Anteil der stärksten willentlichen Kontraktion.',
  'Learn from the upper halves of rise and fall too: weak contractions are known, and speed has a range.':
    'Auch aus den oberen Hälften von Anstieg und Abfall lernen: schwache Kontraktionen werden bekannt, Geschwindigkeit bekommt einen Umfang.',
  'Start of a hold that is not learned from, as people react late; at most half of it, none after a learned ramp.':
    'Anfang eines Haltens, aus dem nicht gelernt wird, weil Menschen spät reagieren; höchstens die Hälfte davon, keiner nach gelernter Rampe.',
};
