internal import Definitions
internal import Findings
internal import Indicators
internal import Provenance

extension Definitions {
  /// The indicators with the datasets and dimensions that they are about.
  ///
  /// An indicator whose definition is not the one that was agreed to is indicative again.
  var catalog: IndicatorCatalog {
    let declared = catalog(of: indicators)
    guard indicators.contains(where: { $0.validation != nil }) else { return declared }
    return catalog(
      of: indicators.map { indicator in
        declared.isOutdated(indicator) ? indicator.withStatus(.indicative) : indicator
      })
  }

  /// The indicators whose definition changed since somebody agreed to it, as findings.
  var validationFindings: [Finding] {
    let declared = catalog(of: indicators)
    return indicators.filter(declared.isOutdated).compactMap { indicator in
      guard let validation = indicator.validation else { return nil }
      return Finding(
        .warning, rule: "definition-changed", at: indicator.location,
        "the definition of '\(indicator.id)' is not the one that was validated "
          + "\(validation.inWords): its SHA-256 is \(declared.definitionDigest(of: indicator.id)), "
          + "expected \(validation.definition)",
        fix: "have it validated again; until then its numbers are indicative")
    }
  }

  private func catalog(of indicators: [Indicator]) -> IndicatorCatalog {
    IndicatorCatalog(indicators: indicators, datasets: datasets, dimensions: dimensions)
  }
}

extension IndicatorCatalog {
  /// The SHA-256 of how an indicator counts, in words.
  func definitionDigest(of id: String) -> String {
    Digest(of: definition(of: id).utf8).hexadecimal
  }

  /// Who agreed to the definition of an indicator and when; empty for one that is the agency's own.
  func validationInWords(of id: String) -> String {
    guard let indicator = indicator(id) else { return "" }
    guard let validation = indicator.validation else {
      return status(of: id) == .validated ? "nobody wrote down by whom and when" : ""
    }
    return validation.inWords
      + (isOutdated(indicator) ? ", but the definition was changed since" : "")
  }

  /// Whether the definition is another than the one that was agreed to.
  fileprivate func isOutdated(_ indicator: Indicator) -> Bool {
    guard let validation = indicator.validation else { return false }
    return !validation.isAbout(definitionDigest(of: indicator.id))
  }
}
