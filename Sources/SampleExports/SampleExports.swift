/// Makes the synthetic exports: `SampleExports OUTPUT_FOLDER`.
@main
struct SampleExports {
  private var deliveries: Deliveries
  private var population = Trajectories.population()
  private var stock = ContractStock()

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, arguments.count == 1, !folder.hasPrefix("-") else {
      fail("usage: SampleExports OUTPUT_FOLDER", exitCode: 2)
    }
    do {
      var exports = SampleExports(folder: OutputFolder(path: folder))
      try exports.deliver()
      try ExportsReadme(samples: exports.deliveries.samples).write(to: OutputFolder(path: folder))
    } catch {
      fail("SampleExports: \(error)", exitCode: 5)
    }
  }

  private init(folder: OutputFolder) {
    deliveries = Deliveries(folder: folder)
  }

  /// Makes and writes everything.
  ///
  /// The people first, with all that happens to them in both years; what a person did is known
  /// before the first record about that person is written.
  private mutating func deliver() throws(OutputError) {
    stock.settle(&population)
    var participants = Participants(population)
    var conversations: Conversations?
    for year in SampleYear.allCases {
      let ofYear = Conversations(year: year, previous: conversations, population: &population)
      conversations = ofYear
      try deliverCourses(year, &participants, ofYear)
      try deliverCertificates(year)
      try deliverDutch(year, ofYear)
      try deliverOthers(year)
    }
    for year in SampleYear.allCases {
      let path = PathExports(population: population, followUps: stock.followUps, year: year)
      try path.deliverInflow(to: &deliveries)
      try path.deliverRegistrations(to: &deliveries)
      try path.deliverContracts(to: &deliveries)
    }
  }

  private mutating func deliverCourses(
    _ year: SampleYear, _ participants: inout Participants, _ conversations: Conversations
  ) throws(OutputError) {
    let courses = Courses(year: year)
    try courses.deliver(to: &deliveries)
    let earlier = participants.enrolments
    participants.fill(courses.courses, of: year, &population)
    try participants.deliver(year, to: &deliveries)
    let cities = [WorkingArea.stadAntwerpen, .stadGent]
    let decisions = Decisions(
      year: year, enrolments: earlier + participants.enrolments,
      cityPersons: cities.map { conversations.persons.own[$0.rawValue] },
      population: &population)
    try decisions.deliver(to: &deliveries)
  }

  private mutating func deliverCertificates(_ year: SampleYear) throws(OutputError) {
    let tests = ExemptionTests(year: year, population: &population)
    try tests.deliver(to: &deliveries)
    let certificates = Certificates(
      year: year, followUps: stock.followUps, passed: tests.passed, population: &population)
    try certificates.deliver(to: &deliveries)
    let others = FilesAndBreaches(year: year)
    try others.deliverDiplomaFiles(&population, to: &deliveries)
    try others.deliverBreaches(&population, to: &deliveries)
  }

  private mutating func deliverDutch(
    _ year: SampleYear, _ conversations: Conversations
  ) throws(OutputError) {
    try conversations.deliver(to: &deliveries)
    let tests = TestsAndAdvices(conversations: conversations, year: year)
    try tests.deliverTests(to: &deliveries)
    try tests.deliverAdvices(to: &deliveries)
    try tests.deliverCivilTests(to: &deliveries)
    var minors = Minors(year: year, population: &population)
    try minors.deliverInflow(to: &deliveries)
    try minors.deliverReferrals(&population, to: &deliveries)
    try Enrolments(year: year).deliver(to: &deliveries)
  }

  private mutating func deliverOthers(_ year: SampleYear) throws(OutputError) {
    try Trainings(year: year).deliver(to: &deliveries)
    try Guidance(year: year).deliver(to: &deliveries)
    try InterpretingRequests(year: year).deliver(to: &deliveries)
    try HelpdeskQuestions(year: year).deliver(to: &deliveries)
    try Complaints(year: year).deliver(to: &deliveries)
    try Satisfaction(year: year).deliver(to: &deliveries)
    try HandKeptFigures(year: year).deliver(to: &deliveries)
  }
}
