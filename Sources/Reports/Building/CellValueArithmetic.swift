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
    case .number(let mantissa, let decimals, let isPercent):
      let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
      if isPercent {
        self = .share(part: mantissa, whole: scale * 100)
      } else {
        self = decimals == 0 ? .count(mantissa) : .average(total: mantissa, divisor: scale)
      }
    }
  }

  /// The sum of parts: not available when one of them is not, except where none has a number.
  ///
  /// Parts that are not applicable do not count. A part that an earlier report printed as `-` is
  /// left out by the caller.
  static func sum(of parts: [CellValue]) -> CellValue {
    var total = 0
    for part in parts {
      switch part {
      case .count(let count): total += count
      case .notApplicable: continue
      default: return .notAvailable
      }
    }
    return .count(total)
  }

  /// The share that parts have together: of their one whole, or of the sum of their wholes.
  static func sum(ofShares parts: [CellValue], ofOneWhole: Bool) -> CellValue {
    var (part, whole) = (0, 0)
    for value in parts {
      switch value {
      case .share(let some, let all):
        part += some
        whole = ofOneWhole ? all : whole + all
      case .notApplicable: continue
      default: return .notAvailable
      }
    }
    return whole == 0 ? .notAvailable : .share(part: part, whole: whole)
  }
}

extension NumberStyle {
  /// How a value is printed: counts whole, shares in whole percents, averages with one decimal.
  init(for value: CellValue, isPercent: Bool) {
    switch value {
    case .count, .notAvailable, .notApplicable, .suppressed, .withheld:
      self = isPercent ? .percent : .count
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

extension AxisEntry {
  /// Whether it is narrowed on these dimensions only, so that it is a part of their whole.
  func isWithin(_ dimensions: [String]) -> Bool {
    members.keys.allSatisfy(dimensions.contains)
  }
}
