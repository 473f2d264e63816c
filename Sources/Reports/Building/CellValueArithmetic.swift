internal import Indicators
internal import Register

extension CellValue {
  /// The value of an indicator as a cell; what was not delivered is not available.
  init(_ value: IndicatorValue) {
    self =
      switch value {
      case .count(let count): .count(count)
      case .millionths(let amount): .millionths(amount)
      case .share(let part, let whole): .share(part: part, whole: whole)
      case .average(let total, let divisor): .average(total: total, divisor: divisor)
      case .undelivered, .notAvailable: .notAvailable
      case .notApplicable: .notApplicable
      }
  }

  /// A printed value as a cell.
  init(_ value: PublishedValue) {
    switch value {
    case .dash, .blank: self = .notAvailable
    case .suppressed: self = .suppressed
    case .number(let mantissa, let decimals, let isPercent):
      let scale = (0..<decimals).reduce(Int128(1)) { scale, _ in scale * 10 }
      if isPercent {
        self = Int(exactly: scale * 100).map { .share(part: mantissa, whole: $0) } ?? .notAvailable
      } else {
        self = CellValue(millionths: Int128(mantissa) * 1_000_000, over: scale)
      }
    }
  }

  /// The whole or decimal number; an exact quotient where six decimals are not enough.
  private init(millionths amount: Int128, over scale: Int128) {
    let value: CellValue? =
      if amount.isMultiple(of: scale * 1_000_000) {
        Int(exactly: amount / scale / 1_000_000).map(CellValue.count)
      } else if amount.isMultiple(of: scale) {
        Int(exactly: amount / scale).map(CellValue.millionths)
      } else {
        Int(exactly: scale).flatMap { divisor in
          Int(exactly: amount / 1_000_000).map { .average(total: $0, divisor: divisor) }
        }
      }
    self = value ?? .notAvailable
  }

  /// The sum of parts: not available when one of them is not, or when it is too large; suppressed
  /// when one of them is.
  ///
  /// Parts that are not applicable do not count. A part that an earlier report printed as `-` is
  /// left out by the caller.
  static func sum(of parts: [CellValue]) -> CellValue {
    var millionths: Int128 = 0
    var isHidden = false
    for part in parts {
      switch part {
      case .count(let count): millionths += Int128(count) * 1_000_000
      case .millionths(let amount): millionths += Int128(amount)
      case .notApplicable: continue
      case .suppressed: isHidden = true
      case .share, .average, .change, .notAvailable, .withheld: return .notAvailable
      }
    }
    return isHidden ? .suppressed : CellValue(millionths: millionths, over: 1)
  }

  /// The share that parts of one whole have together.
  static func sum(ofShares parts: [CellValue]) -> CellValue {
    var (total, wholes): (Int128, Set<Int>) = (0, [])
    for value in parts {
      switch value {
      case .share(let part, let whole):
        total += Int128(part)
        wholes.insert(whole)
      case .notApplicable: continue
      case .count, .millionths, .average, .change, .notAvailable, .suppressed, .withheld:
        return .notAvailable
      }
    }
    guard wholes.count == 1, let whole = wholes.first, let part = Int(exactly: total) else {
      return .notAvailable
    }
    return .share(part: part, whole: whole)
  }
}

extension NumberStyle {
  /// How a value is printed: counts whole, shares in whole percents, averages with one decimal.
  init(for value: CellValue, isPercent: Bool, isAverage: Bool = false) {
    switch value {
    case .count, .notAvailable, .notApplicable, .suppressed, .withheld:
      self = NumberStyle(decimals: isAverage ? 1 : 0, isPercent: isPercent)
    case .millionths: self = NumberStyle(decimals: 1, isPercent: isPercent)
    case .share: self = .percent
    case .average: self = .average
    case .change: self = .change
    }
  }
}

extension [Cell.Source] {
  /// The source to name for a number that several made: the one furthest from the records.
  var weakest: Cell.Source {
    if contains(.register) { return .register }
    return contains(.hand) ? .hand : .exports
  }
}
