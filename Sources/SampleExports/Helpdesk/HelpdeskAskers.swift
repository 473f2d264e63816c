/// Who asks: category and sector together, figures 48 and 49.
enum HelpdeskAskers {
  /// An asker's category and sector.
  struct Asker {
    var category: String?
    var sector: String?
  }

  /// The askers of `count` questions, in random order.
  ///
  /// Figure 49 counts all questions with a sector: nearly all professionals have one, and some
  /// volunteers.
  static func askers(_ count: Int, using generator: inout SeededGenerator) -> [Asker] {
    let printed = PrintedQuestions.categories
    let counts = Apportionment.parts(of: count, weights: printed.map(\.count))
    let categories = generator.shuffled(Apportionment.expanded(printed, counts: counts))

    let printedSectors = PrintedQuestions.sectors
    let withSector = Apportionment.parts(
      of: count,
      weights: [
        printedSectors.reduce(0) { $0 + $1.count },
        PrintedQuestions.questions.in2019 - printedSectors.reduce(0) { $0 + $1.count },
      ])[0]
    var sectors = generator.shuffled(
      Apportionment.expanded(
        printedSectors.map(\.label),
        counts: Apportionment.parts(of: withSector, weights: printedSectors.map(\.count))))

    var professionalsWithout = PrintedQuestions.professionalsWithoutSector
    var askers = categories.map { Asker(category: $0.label) }
    for kind in [PrintedQuestions.Kind.professional, .volunteer] {
      for index in askers.indices where categories[index].kind == kind {
        if kind == .professional, professionalsWithout > 0 {
          professionalsWithout -= 1
        } else {
          askers[index].sector = sectors.popLast()
        }
      }
    }
    precondition(sectors.isEmpty, "more sectors than askers that have one")
    return generator.shuffled(askers)
  }
}

/// What the questions are about: a question may have several themes.
enum HelpdeskThemes {
  /// The themes of `count` questions, separated by `|`, in random order.
  static func themes(_ count: Int, using generator: inout SeededGenerator) -> [String?] {
    let printed = PrintedQuestions.themes
    let total = PrintedQuestions.questions.in2019
    let counts = printed.map { $0.count * count / total }
    let withTheme = count - PrintedQuestions.questionsWithoutTheme
    // The first theme comes first on its own questions; the others fill the rest, then double.
    let others = generator.shuffled(
      Apportionment.expanded(Array(1..<printed.count), counts: Array(counts.dropFirst())))
    var sets = Array(repeating: [Int](), count: count)
    for index in 0..<counts[0] { sets[index] = [0] }
    for (offset, theme) in others.prefix(withTheme - counts[0]).enumerated() {
      sets[counts[0] + offset] = [theme]
    }
    var position = 0
    for theme in others.dropFirst(withTheme - counts[0]) {
      while sets[position].contains(theme) { position = (position + 1) % (counts[0] * 4 / 10) }
      sets[position].append(theme)
      position = (position + 1) % (counts[0] * 4 / 10)
    }
    let texts = sets.map { set -> String? in
      set.isEmpty ? nil : generator.shuffled(set).map { printed[$0].label }.joined(separator: "|")
    }
    return generator.shuffled(texts)
  }
}
