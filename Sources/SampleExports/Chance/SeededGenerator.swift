/// A small random generator (SplitMix64) that gives the same numbers on every machine.
///
/// The standard library's `shuffled(using:)` and `random(in:using:)` may change their algorithm
/// with a Swift version, which would change the files: so everything that uses chance is here.
struct SeededGenerator {
  private var state: UInt64

  /// Creates the generator of one subject and year.
  ///
  /// Every subject has its own seed, so that a change in one does not shift the others.
  init(subject: String, year: SampleYear? = nil) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in subject.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    state = hash &+ UInt64(year?.rawValue ?? 0) &* 0x9e37_79b9
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to, not including, `bound`; 0 when `bound` is 0.
  mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// A number in `range`.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True in `perMille` of thousand cases.
  mutating func happens(perMille: Int) -> Bool {
    below(1000) < perMille
  }

  /// One of the elements, each as likely as the others.
  mutating func element<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// Brings the elements in a random order.
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for index in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(index, below(index + 1))
    }
  }

  /// The elements in a random order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var copy = elements
    shuffle(&copy)
    return copy
  }
}
