extension HandKeptFigures {
  /// 2019: the printed numbers of all chapters but interpreting.
  static let generalEntries2019 = [
    Entry("context/dienstverlening/groei-in-2016", "44", "%", "jaarverslag 2016"),
    Entry(
      "langdurige-trajecten/dossiers/behandeld", "347", "aantal",
      "Commissie langdurige trajecten"),
    Entry("langdurige-trajecten/dossiers/agii", "246", "aantal", "Commissie langdurige trajecten"),
    Entry(
      "langdurige-trajecten/dossiers/advies-afsluiten", "85", "%",
      "Commissie langdurige trajecten"),
    Entry("prognose/cursusplaatsen-mo/tekort", "3821", "aantal", "planning MO, 15 november 2019"),
    Entry(
      "prognose/cursusplaatsen-mo/ingeschreven-volgend-jaar", "5597", "aantal",
      "planning MO, 15 november 2019"),
    Entry(
      "prognose/cursusplaatsen-mo/nodig-volgend-jaar", "22141", "aantal",
      "planning MO, 15 november 2019"),
    Entry("prognose/eerste-contracten/volgend-jaar", "15888", "aantal", "prognose ABB"),
    Entry(
      "prognose/cursusplaatsen-mo/afbouw-2020", "4700", "aantal",
      "planning MO, 15 november 2019"),
    Entry(
      "prognose/cursusplaatsen-mo/afbouw-2021", "4700", "aantal",
      "planning MO, 15 november 2019"),
    Entry("amif/385/jongeren", "252", "aantal", "AMIF-project 385"),
    Entry("amif/384/moeders", "79", "aantal", "AMIF-project 384"),
    Entry(
      "brussel/verplichte-inburgering/jaarlijks-te-bedienen", "4000", "aantal",
      "voorbereiding verplichte inburgering Brussel"),
    Entry("lokale-besturen/gecontacteerd", "270", "aantal", "project Horizontaal integratiebeleid"),
    Entry("lokale-besturen/totaal", "298", "aantal", "project Horizontaal integratiebeleid"),
    Entry("lokale-besturen/bezoeken", "225", "aantal", "project Horizontaal integratiebeleid"),
    Entry(
      "lokale-besturen/nieuwe-contacten/aandeel", "46", "%",
      "project Horizontaal integratiebeleid"),
    Entry(
      "lokale-besturen/samenwerkingsovereenkomsten", "28", "aantal",
      "project Horizontaal integratiebeleid"),
    Entry("publicaties/website/weergaven", "3165632", "aantal", "webstatistieken"),
    Entry("publicaties/website/weergaven/groei", "17", "%", "webstatistieken"),
    Entry("publicaties/website/gebruikers", "437558", "aantal", "webstatistieken"),
    Entry("publicaties/website/gebruikers/groei", "23", "%", "webstatistieken"),
    Entry(
      "publicaties/website/themapaginas-geactualiseerd", "181", "aantal",
      "redactie vreemdelingenrecht"),
    Entry("publicaties/website/themapaginas", "1000", "aantal", "redactie vreemdelingenrecht"),
    Entry("publicaties/website/nieuwspaginas", "117", "aantal", "redactie vreemdelingenrecht"),
    Entry(
      "publicaties/website/rechtspraak-toegevoegd", "397", "aantal",
      "redactie vreemdelingenrecht"),
    Entry(
      "publicaties/website/rechtspraak-eindtotaal", "3294", "aantal",
      "redactie vreemdelingenrecht"),
    Entry(
      "publicaties/website/bestanden-geactualiseerd", "2", "aantal",
      "redactie vreemdelingenrecht"),
    Entry("publicaties/nieuwsbrief/nummers", "9", "aantal", "redactie vreemdelingenrecht"),
    Entry("publicaties/nieuwsbrief/abonnees", "4655", "aantal", "redactie vreemdelingenrecht"),
    Entry("publicaties/tijdschrift/nummers", "4", "aantal", "redactie vreemdelingenrecht"),
    Entry("publicaties/tijdschrift/paginas", "371", "aantal", "redactie vreemdelingenrecht"),
    Entry("publicaties/tijdschrift/abonnees", "300", "aantal", "redactie vreemdelingenrecht"),
    Entry("ceremonies/steden-en-gemeenten", "10", "aantal", "ondersteuning ceremonies"),
    Entry("ceremonies/responsgraad/minimum", "17", "%", "ondersteuning ceremonies"),
    Entry("ceremonies/responsgraad/maximum", "80", "%", "ondersteuning ceremonies"),
    Entry("ceremonies/jongerenfeest/steden", "4", "aantal", "ondersteuning ceremonies"),
    Entry("ceremonies/jongerenfeest/responsgraad", "98", "%", "ondersteuning ceremonies"),
    Entry(
      "projectoproep/nederlands-oefenen/voorstellen", "151", "aantal",
      "projectoproep Nederlands Oefenen"),
    Entry(
      "projectoproep/nederlands-oefenen/geselecteerd", "21", "aantal",
      "projectoproep Nederlands Oefenen"),
    Entry(
      "projectoproep/nederlands-oefenen/ondersteund-door-agii", "10", "aantal",
      "projectoproep Nederlands Oefenen"),
    Entry(
      "projectoproep/nederlands-oefenen/begeleid-door-partners", "11", "aantal",
      "projectoproep Nederlands Oefenen"),
    Entry(
      "klachten/signalen-en-klachten/minder-dan-twee-jaar-eerder", "32", "aantal",
      "klachtendienst"),
    Entry("klachten/beroepen/behandeld", "10", "aantal", "klachtendienst"),
    Entry("klachten/beroepen/onontvankelijk", "1", "aantal", "klachtendienst"),
    Entry("klachten/beroepen/ongegrond", "5", "aantal", "klachtendienst"),
    Entry("klachten/beroepen/deels-gegrond", "4", "aantal", "klachtendienst"),
    Entry("tevredenheid/inburgeraars/bevraagd", "6100", "aantal", "tevredenheidsmeting"),
    Entry("tevredenheid/organisaties/bevraagd", "1017", "aantal", "tevredenheidsmeting"),
    Entry("cijfervragen/kbi-freshdesk", "192", "aantal", "KBI-Freshdesk"),
    Entry("leeracties/opgezet-of-ondersteund", "170", "aantal", "leer- en ontwikkelingsbeleid"),
  ]
}
