/** German of what explains the fields of motor units. */
export const explainedUnits: Readonly<Record<string, string>> = {
  'Motor units, alike in all muscles.': 'Motorische Einheiten, in allen Muskeln gleich.',
  'How discharge rates follow excitation. fuglevand: straight up to a peak rate. de-luca: by an equation fitted to decomposed contractions, in which early units are fast from the start and late ones slow throughout (onion skin).':
    'Wie Entladungsraten der Erregung folgen. fuglevand: geradlinig bis zu einer Spitzenrate. de-luca: nach einer Gleichung für zerlegte Kontraktionen, in der frühe Einheiten von Anfang an schnell und späte immer langsam sind (Zwiebelschale).',
  'Muscle whose constants De Luca’s equation takes; only rateLaw de-luca reads it.':
    'Muskel, dessen Konstanten De Lucas Gleichung nimmt; nur rateLaw de-luca liest ihn.',
  'Spread (SD) of the units’ rates about what their thresholds say, at all forces. With the fall from first to last unit, 28 % gives the 27 to 32 % seen at MVC. A unit that discharges slowly contracts slowly in proportion.':
    'Streuung (SD) der Raten der Einheiten um das, was ihre Schwellen sagen, bei allen Kräften. Mit dem Abfall von der ersten zur letzten Einheit geben 28 % die bei MVC gesehenen 27 bis 32 %. Eine langsam entladende Einheit kontrahiert entsprechend langsam.',
  'How steeply a unit’s discharge rate rises with excitation above its threshold (rateLaw fuglevand).':
    'Wie steil die Entladungsrate einer Einheit mit der Erregung über ihrer Schwelle steigt (rateLaw fuglevand).',
  'Discharge rate at recruitment in a muscle whose peakRateHz is 32; in others it goes with that.':
    'Entladungsrate bei der Rekrutierung in einem Muskel mit peakRateHz 32; in anderen geht sie mit.',
  'Highest discharge rate of the first unit in a muscle whose peakRateHz is 32. Above that of the last: De Luca’s order; below: the reverse.':
    'Höchste Entladungsrate der ersten Einheit in einem Muskel mit peakRateHz 32. Über der der letzten: De Lucas Reihenfolge; darunter: umgekehrt.',
  'Highest discharge rate of the last unit recruited in a muscle whose peakRateHz is 32.':
    'Höchste Entladungsrate der zuletzt rekrutierten Einheit in einem Muskel mit peakRateHz 32.',
  'Distribution of the intervals between one unit’s discharges.':
    'Verteilung der Abstände zwischen den Entladungen einer Einheit.',
  'Coefficient of variation of a unit’s intervals in an effort well above its threshold.':
    'Variationskoeffizient der Abstände einer Einheit bei einer Anstrengung weit über ihrer Schwelle.',
  'The same at recruitment, where synaptic noise decides when a unit discharges; it falls exponentially to intervalCv as effort rises, by 63 % within a tenth of maximal excitation (assumption).':
    'Dasselbe bei der Rekrutierung, wo synaptisches Rauschen entscheidet, wann eine Einheit entlädt; es fällt exponentiell auf intervalCv, um 63 % innerhalb eines Zehntels der größten Erregung (Annahme).',
  'No interval between two discharges of a unit is shorter than this, doublets excepted.':
    'Kein Abstand zwischen zwei Entladungen einer Einheit ist kürzer, Dubletten ausgenommen.',
  'Hysteresis by persistent inward currents: a unit goes on until excitation has fallen below its threshold by what changes rates by this much (ΔF), slowing down; 3 is typical. 0: it stops where it started. While effort falls, force stays above what is asked for.':
    'Hysterese durch anhaltende Einwärtsströme: eine Einheit macht weiter, bis die Erregung so weit unter ihre Schwelle gefallen ist, dass sich Raten um so viel ändern (ΔF); 3 ist typisch. 0: sie endet, wo sie begann. Während die Anstrengung nachlässt, bleibt die Kraft über der geforderten.',
  'Share of units whose first discharge is a doublet when recruited by a ballistic effort: 5 before and 33 after training.':
    'Anteil der Einheiten, deren erste Entladung bei schnellkräftiger Anstrengung eine Dublette ist: 5 vor und 33 nach Training.',
  'Interval between the two discharges of a doublet; from unit to unit it varies by half either way.':
    'Abstand zwischen den beiden Entladungen einer Dublette; er schwankt von Einheit zu Einheit um die Hälfte nach beiden Seiten.',
  'Slow fluctuation (SD) of excitation that all units of a muscle share, in proportion to it. In large pools it rules the variability of force above the lowest forces; below, the units’ own intervals do. 1.2 was fitted so that it alone varies force by 1.5 %, the plateau above 15 % MVC; the proportion is assumed.':
    'Langsame Schwankung (SD) der Erregung, die alle Einheiten eines Muskels teilen, im Verhältnis zu ihr. In großen Pools bestimmt sie die Schwankung der Kraft über den kleinsten Kräften; darunter tun es die Abstände der Einheiten. 1.2 wurde so angepasst, dass sie allein die Kraft um 1.5 % schwanken lässt, das Plateau über 15 % MVC; die Verhältnismäßigkeit ist angenommen.',
  'Upper frequency of the fluctuation that all units of a muscle share.':
    'Obere Frequenz der Schwankung, die alle Einheiten eines Muskels teilen.',
  'Twitch force of the strongest unit over that of the weakest.':
    'Zuckungskraft der stärksten Einheit geteilt durch die der schwächsten.',
  'Time to peak of the slowest unit’s twitch in a muscle whose peakRateHz is 32, without scatter of rates.':
    'Zeit bis zum Gipfel der Zuckung der langsamsten Einheit in einem Muskel mit peakRateHz 32, ohne Streuung der Raten.',
  'Contraction time of the slowest unit over that of the fastest.':
    'Kontraktionszeit der langsamsten Einheit geteilt durch die der schnellsten.',
  'Muscle fibres of the smallest motor unit.': 'Muskelfasern der kleinsten motorischen Einheit.',
  'Fibres of the largest unit over those of the smallest; numbers in between grow exponentially.':
    'Fasern der größten Einheit geteilt durch die der kleinsten; dazwischen wachsen die Zahlen exponentiell.',
  'Mean conduction velocity of the units’ fibres; single units lie between 2.6 and 5.3 m/s at 3.7.':
    'Mittlere Leitungsgeschwindigkeit der Fasern; einzelne Einheiten liegen bei 3.7 zwischen 2.6 und 5.3 m/s.',
  'Correlation between a unit’s conduction velocity and its rank by twitch force.':
    'Korrelation zwischen der Leitungsgeschwindigkeit einer Einheit und ihrem Rang nach Zuckungskraft.',
  'Mean area of the cross-section over which the fibres of a unit are scattered, among those of others; it goes with the cube root of a unit’s fibres. 26.7 mm² are 5.8 mm across.':
    'Mittlere Querschnittsfläche, über die die Fasern einer Einheit zwischen denen anderer verstreut sind; sie geht mit der Kubikwurzel der Faserzahl. 26.7 mm² sind 5.8 mm Durchmesser.',
  'Length of the action potential’s spike along a fibre, at half its height: short spikes reach to higher frequencies. 2.07 is 768 z³ exp(−2z) mV, z in mm; 4.13 is Rosenfalck’s 96 z³ exp(−z), too long for single-fibre recordings.':
    'Länge der Spitze des Aktionspotenzials entlang einer Faser, auf halber Höhe: kurze Spitzen reichen zu höheren Frequenzen. 2.07 ist 768 z³ exp(−2z) mV, z in mm; 4.13 ist Rosenfalcks 96 z³ exp(−z), zu lang für Einzelfaser-Ableitungen.',
  'Let units tire and recover: force, rate, contraction time and conduction velocity change with use.':
    'Einheiten ermüden und erholen sich: Kraft, Rate, Kontraktionszeit und Leitungsgeschwindigkeit ändern sich mit dem Gebrauch.',
  'How much faster the most fatigable unit loses force than the least fatigable.':
    'Wie viel schneller die ermüdbarste Einheit Kraft verliert als die ausdauerndste.',
  'Fraction of its force the most fatigable unit loses per second of full activity.':
    'Anteil ihrer Kraft, den die ermüdbarste Einheit je Sekunde voller Aktivität verliert.',
  'How far the discharge rate of a unit sags while it stays active.':
    'Wie weit die Entladungsrate einer Einheit absinkt, während sie aktiv bleibt.',
  'Time constant of that sag.': 'Zeitkonstante dieses Absinkens.',
  'How much a unit’s contraction time grows by the time all its force is lost.':
    'Wie sehr die Kontraktionszeit einer Einheit wächst, bis all ihre Kraft verloren ist.',
  'Time constant with which a resting unit regains its force.':
    'Zeitkonstante, mit der eine ruhende Einheit ihre Kraft zurückgewinnt.',
  'How far conduction velocity falls in the largest units when driven fully for minutes; 40 % of that in the smallest. 53 was fitted to a fall by 33 % in a minute at 50 % MVC, as in half of people; 5 gives the 3 % of the others. The mean frequency falls by 23 % here, less than theirs.':
    'Wie weit die Leitungsgeschwindigkeit in den größten Einheiten bei minutenlangem vollem Antrieb fällt; 40 % davon in den kleinsten. 53 wurde an einen Abfall um 33 % in einer Minute bei 50 % MVC angepasst, wie bei der Hälfte der Menschen; 5 gibt die 3 % der anderen. Die mittlere Frequenz fällt hier um 23 %, weniger als ihre.',
  'How much longer along the fibre the action potential gets when its muscle is driven fully for minutes. 45 was fitted to an amplitude that rises by 60 % of its start at 50 % MVC. The spectrum hardly feels it, since tissue filters more: why frequencies fall in people whose velocity does not is open.':
    'Wie viel länger das Aktionspotenzial entlang der Faser wird, wenn ihr Muskel minutenlang voll angetrieben wird. 45 wurde an eine Amplitude angepasst, die bei 50 % MVC um 60 % ihres Anfangs steigt. Das Spektrum spürt es kaum, weil Gewebe stärker filtert: warum Frequenzen bei Menschen fallen, deren Geschwindigkeit es nicht tut, ist offen.',
  'Time constant of that fall in a fully driven unit.':
    'Zeitkonstante dieses Abfalls in einer voll angetriebenen Einheit.',
};
