;; Overlap-add of motor-unit action potentials.
;;
;; add(events, count, unitStart, pairOffset, data, bytes, accumulators)
;; events        count pairs of i32: unit, byte position within a channel's accumulator
;; unitStart     i32 per unit and one more: first kept pair of the unit
;; pairOffset    i32 per pair: byte offset of its channel's accumulator
;; data          f32 templates, pair after pair, `bytes` bytes each (a multiple of 16)
;; accumulators  f32, a stretch of memory per channel
;;
;; For every discharge and every channel its unit reaches, the template is added to the accumulator: sixteen
;; samples a turn, then four at a time. Addition only, so the result equals f32 arithmetic bit for bit.
(module
  (import "env" "memory" (memory 1))
  (func (export "add")
    (param $events i32) (param $count i32) (param $unitStart i32) (param $pairOffset i32)
    (param $data i32) (param $bytes i32) (param $accumulators i32)
    (local $eventsEnd i32) (local $unit i32) (local $base i32) (local $pair i32) (local $pairEnd i32)
    (local $from i32) (local $fourEnd i32) (local $end i32) (local $to i32) (local $main i32)
    (local.set $eventsEnd (i32.add (local.get $events) (i32.shl (local.get $count) (i32.const 3))))
    (local.set $main (i32.and (local.get $bytes) (i32.const -64)))
    (block $done
      (loop $event
        (br_if $done (i32.ge_u (local.get $events) (local.get $eventsEnd)))
        (local.set $unit (i32.add (local.get $unitStart)
          (i32.shl (i32.load (local.get $events)) (i32.const 2))))
        (local.set $base (i32.add (local.get $accumulators) (i32.load offset=4 (local.get $events))))
        (local.set $events (i32.add (local.get $events) (i32.const 8)))
        (local.set $from (i32.add (local.get $data)
          (i32.mul (i32.load (local.get $unit)) (local.get $bytes))))
        (local.set $pair (i32.add (local.get $pairOffset)
          (i32.shl (i32.load (local.get $unit)) (i32.const 2))))
        (local.set $pairEnd (i32.add (local.get $pairOffset)
          (i32.shl (i32.load offset=4 (local.get $unit)) (i32.const 2))))
        (br_if $event (i32.ge_u (local.get $pair) (local.get $pairEnd)))
        (loop $channel
          (local.set $to (i32.add (local.get $base) (i32.load (local.get $pair))))
          (local.set $fourEnd (i32.add (local.get $from) (local.get $main)))
          (local.set $end (i32.add (local.get $from) (local.get $bytes)))
          (if (i32.lt_u (local.get $from) (local.get $fourEnd)) (then
            (loop $four
              (v128.store (local.get $to)
                (f32x4.add (v128.load (local.get $to)) (v128.load (local.get $from))))
              (v128.store offset=16 (local.get $to)
                (f32x4.add (v128.load offset=16 (local.get $to)) (v128.load offset=16 (local.get $from))))
              (v128.store offset=32 (local.get $to)
                (f32x4.add (v128.load offset=32 (local.get $to)) (v128.load offset=32 (local.get $from))))
              (v128.store offset=48 (local.get $to)
                (f32x4.add (v128.load offset=48 (local.get $to)) (v128.load offset=48 (local.get $from))))
              (local.set $to (i32.add (local.get $to) (i32.const 64)))
              (br_if $four (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 64)))
                (local.get $fourEnd))))))
          (if (i32.lt_u (local.get $from) (local.get $end)) (then
            (loop $one
              (v128.store (local.get $to)
                (f32x4.add (v128.load (local.get $to)) (v128.load (local.get $from))))
              (local.set $to (i32.add (local.get $to) (i32.const 16)))
              (br_if $one (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16)))
                (local.get $end))))))
          (br_if $channel (i32.lt_u (local.tee $pair (i32.add (local.get $pair) (i32.const 4)))
            (local.get $pairEnd))))
        (br $event)))))
