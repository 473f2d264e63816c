public import Register
public import Reports

/// Holds a printed report against itself, against earlier reports and against the exports.
public struct Reconciler: Sendable {
  private let print: PrintedReport
  private let definition: ReconciliationDefinition?
  private let year: Int
  private let computed: CellTable?
  private let register: Register

  /// Creates a reconciler.
  ///
  /// - Parameters:
  ///   - print: The printed report.
  ///   - definition: What must hold between its figures; nil when nothing is declared.
  ///   - year: The year of the print.
  ///   - computed: The report that the exports give; nil to hold the print against itself only.
  ///   - register: What was published.
  public init(
    _ print: PrintedReport, definition: ReconciliationDefinition?, year: Int, computed: Report?,
    register: Register
  ) {
    self.print = print
    self.definition = definition
    self.year = year
    self.computed = computed.map { CellTable($0) }
    self.register = register
  }

  /// What comes of it.
  public func reconciliation() -> Reconciliation {
    var counts = Reconciliation.Counts()
    counts.cells = print.table.cells.count { $0.quantity != nil }
    let relations = RelationsCheck(print: print, definition: definition, fill: filled).result()
    counts.relations = relations.checked
    var found = relations.discrepancies
    var sentences = SentencesCheck(
      print: print, computed: computed, totals: definition?.totals ?? [])
    sentences.run()
    counts.sentences = sentences.checked
    counts.computedSentences = sentences.checkedOnComputed
    found.removeAll { cell in sentences.discrepancies.contains { $0.says(cell, in: print) } }
    found += sentences.discrepancies
    found += EarlierCheck(print: print, period: String(year), register: register).discrepancies()
    addComputed(to: &found)
    addRepetitions(to: &found, except: relations.confirmedTotals)
    found += ofExports(found, &counts.computed)
    explain(&found)
    let isExplained = { (item: Discrepancy) in item.explanation != nil }
    return Reconciliation(
      discrepancies: found.filter { !isExplained($0) } + found.filter(isExplained),
      ranges: relations.ranges, counts: counts, unchecked: sentences.unchecked)
  }

  /// A label with `{year}` and `{year-1}` filled in.
  private func filled(_ label: String) -> String {
    guard label.contains("{year") else { return label }
    return (0...9).reduce(label) { text, back in
      let name = back == 0 ? "{year}" : "{year-\(back)}"
      return text.split(separator: name, omittingEmptySubsequences: false)
        .joined(separator: String(year - back))
    }
  }

  private func addComputed(to found: inout [Discrepancy]) {
    guard let computed else { return }
    let check = ExportsCheck(print: print, computed: computed)
    for index in found.indices {
      guard let cell = found[index].place.flatMap({ print.table[$0] }),
        let quantity = check.quantity(for: cell)
      else { continue }
      found[index].computed = quantity.text(places: cell.decimals)
    }
  }
}

/// Repetitions, differences from the exports and explanations.
extension Reconciler {
  /// Adds the places that print a contradicted number once more.
  ///
  /// A place that is the sum of its own parts is not in doubt.
  private func addRepetitions(to found: inout [Discrepancy], except confirmed: Set<CellPlace>) {
    let resolution = TermResolution(table: print.table, fill: filled)
    var twins: [CellPlace: [CellPlace]] = [:]
    for relation in definition?.relations ?? [] {
      guard case .equal(let pair) = relation.content else { continue }
      for instance in resolution.instances(of: [pair.left, pair.right]) {
        let (left, right) = (
          resolution.cells(pair.left, instance), resolution.cells(pair.right, instance)
        )
        guard left.count == 1, right.count == 1, left[0].quantity == right[0].quantity else {
          continue
        }
        twins[left[0].place, default: []].append(right[0].place)
        twins[right[0].place, default: []].append(left[0].place)
      }
    }
    for index in found.indices where found[index].kind == .total {
      guard let place = found[index].place, found[index].explanation == nil else { continue }
      found[index].repeatedAt = (twins[place] ?? []).filter { !confirmed.contains($0) }
    }
  }

  /// The differences from the exports; those that a contradiction of the print accounts for say so.
  private func ofExports(_ known: [Discrepancy], _ checked: inout Int) -> [Discrepancy] {
    guard let computed else { return [] }
    var contradictions: [CellPlace: Discrepancy] = [:]
    for item in known where item.kind != .earlier {
      for place in [item.place].compactMap({ $0 }) + item.repeatedAt {
        contradictions[place] = contradictions[place] ?? item
      }
    }
    return ExportsCheck(print: print, computed: computed).discrepancies(checked: &checked)
      .map { difference in
        guard let place = difference.place, let cause = contradictions[place] else {
          return difference
        }
        var explained = difference
        explained.explanation =
          cause.place == place
          ? "the print contradicts itself here: \(cause.message)"
          : "it repeats a number that contradicts itself: \(cause.whereabouts), \(cause.message)"
        return explained
      }
  }

  /// Adds the declared exceptions.
  private func explain(_ found: inout [Discrepancy]) {
    for index in found.indices where found[index].explanation == nil {
      let item = found[index]
      found[index].explanation =
        definition?.exceptions.first { exception in
          item.place.map(exception.covers) ?? exception.sentences.contains(item.sentence)
        }?.because
    }
  }
}

extension Discrepancy {
  /// Whether this sentence says what a cell of its figure is reported for too.
  fileprivate func says(_ cell: Discrepancy, in print: PrintedReport) -> Bool {
    guard kind == .sentence, printed == cell.printed, expected == cell.expected else {
      return false
    }
    return print.statements.contains { $0.id == sentence && $0.figure == cell.place?.figure }
  }
}
