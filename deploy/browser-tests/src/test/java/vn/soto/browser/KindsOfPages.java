package vn.soto.browser;

import java.util.List;
import java.util.stream.Stream;

/** One page of each kind that has a form of its own, and some of those that do not. */
final class KindsOfPages {

    private static final String DISTRICT = "/dashboards/bd-003?quarter=2024-Q4";
    private static final String PAST = "&asOf=27886";
    private static final String FINDINGS = "/units/bd-003/findings?quarter=2025-Q1";

    /** The page that recomputes a hash from raw commits. */
    static final String PROOF = "/verify";

    /** A moment at which the honour of the demo was in force. */
    private static final String HONOURED = "2026-07-14T16:59:59Z";

    private KindsOfPages() {}

    /**
     * @param account account that looks; empty for a stranger
     * @param status  of the answer
     */
    record Kind(String name, String account, String path, int status) {

        Kind(String name, String account, String path) {
            this(name, account, path, 200);
        }
    }

    /** Those that share the fewest parts; at length all. */
    static List<Kind> all(RunningProduct product) {
        String team = product.json("auditor", "/api/teams?unit=bd-003", "/answer/items/0/team")
                .asString();
        String own = product.json("leader", "/api/me", "/answer/rights/0/team").asString();
        List<Kind> few = withFewSharedParts(team, own);
        return Boolean.getBoolean("soto.long")
                ? Stream.concat(few.stream(), others(product, team, own).stream())
                        .toList()
                : few;
    }

    private static List<Kind> withFewSharedParts(String team, String own) {
        return List.of(
                new Kind("signing in", "", "/sign-in"),
                new Kind("home of a member", "member", "/"),
                new Kind("founding a team", "officer", "/found-team?unit=hcm-013"),
                new Kind("page of a notebook", "leader", "/rows/visits"),
                new Kind("import of units", "administrator", "/import/units"),
                new Kind("city on one sheet", "auditor", "/dashboards/hcm-001?quarter=2025-Q1&boundaries=as-now"),
                new Kind("dashboard as a chart", "auditor", DISTRICT + "&view=chart"),
                new Kind("report of a team", "leader", "/teams/" + own + "/reports/2025-Q1"),
                new Kind("step of a timeline", "auditor", "/teams/" + team + "/timeline?at=32869&kind=people,reports"),
                new Kind("verifying", "auditor", "/verify?commit=2000"),
                new Kind("a visit", "member", "/visit"),
                new Kind("no such page", "auditor", "/nothing-of-the-kind", 404));
    }

    /** Pages most of whose parts stand on one of those, too. */
    private static List<Kind> others(RunningProduct product, String team, String own) {
        String sample = product.json(
                        "auditor", "/api/units/hcm-013/call-back-samples", "/answer/samples/0/callBackSample")
                .asString();
        String round = product.json("auditor", "/api/units/hcm-013/recognition-rounds", "/answer/0/round")
                .asString();
        PreparedRecords prepared = PreparedRecords.of(product, own);
        String finding = product.json("auditor", "/api" + FINDINGS, "/answer/findings/0/finding")
                .asString();
        String household = product.json(
                        "administrator", "/api/units/hcm-013/households?limit=1", "/answer/items/0/household")
                .asString();
        String account = product.json("administrator", "/api/accounts?role=OFFICER", "/answer/items/0/account")
                .asString();
        product.send("member", "/api/me/devices/phone-of-a-member", "{\"waiting\":12}", 200);
        return List.of(
                new Kind("trend", "viewer", "/dashboards/bd-003/trend?n=12&to=2025-Q2"),
                new Kind("findings of a unit", "auditor", FINDINGS),
                new Kind("call-back sample", "officer", "/call-back-samples/" + sample),
                new Kind("a form with lists", "member", "/do/record-assistance"),
                new Kind("devices of a team", "leader", "/teams/" + own + "/devices"),
                new Kind("file of a household", "administrator", "/persons/household:" + household + "/file"),
                new Kind("home of an auditor", "auditor", "/"),
                new Kind("dashboard in both boundaries", "auditor", DISTRICT + "&compare=yes"),
                new Kind("honours of a round", "auditor", "/recognition-rounds/" + round + "?view=honours"),
                new Kind("team of the past", "auditor", "/teams/" + team + "?asOf=27886"),
                new Kind("audit search", "auditor", "/events?what=household&from=2026-06-01&to=2026-06-30"),
                new Kind("account", "administrator", "/accounts/" + account),
                new Kind("state of the product", "operator", "/status"),
                new Kind("events of a figure", "auditor", "/dashboards/bd-003/figures/H05?quarter=2024-Q4"),
                new Kind("reports of a unit", "officer", "/units/hcm-013/reports"),
                new Kind("periods", "administrator", "/units/hcm-001/periods"),
                new Kind("consolidated report", "administrator", "/units/hcm-001/reports/2026-Q2"),
                new Kind("good model", "administrator", "/practices/" + prepared.practice()),
                new Kind("stipend statement", "officer", "/stipends/" + PreparedRecords.STATEMENT),
                new Kind("what changed in a team", "auditor", "/teams/" + team + "/changes?from=100"),
                new Kind("unit", "viewer", "/units/bd-003"),
                new Kind("own devices", "member", "/me/devices"),
                new Kind("locking a device", "member", "/device-act/lock/member/phone-of-a-member"),
                new Kind("locking an account", "administrator", "/account-act/lock/" + account),
                new Kind("own file", "member", "/me/file"),
                new Kind("own file of an official", "auditor", "/me/file"),
                new Kind("requests about data", "officer", "/data-requests?state=all"),
                new Kind("request about data", "administrator", PreparedRecords.dataRequest(product, household)),
                new Kind("several households", "officer", "/rows/households?unit=bau-bang-07"),
                new Kind("training that was held", "officer", "/held-training?team=" + own),
                new Kind("assigning households", "leader", "/assign-households?unit=bau-bang-07"),
                new Kind("a new account", "administrator", "/new-account"),
                new Kind(
                        "dashboard as a map",
                        "auditor",
                        "/dashboards/hcm-001?quarter=2025-Q1&boundaries=as-now&view=map"),
                new Kind("dashboard as a table", "viewer", DISTRICT + "&view=table"),
                new Kind("dashboard of a quarter without figures", "officer", "/dashboards/hcm-013"),
                new Kind("dashboard of the past", "auditor", DISTRICT + PAST),
                new Kind("accepting reports", "officer", "/accept-reports?unit=hcm-013&quarter=2026-Q3"),
                new Kind("targets", "officer", "/units/hcm-013/targets"),
                new Kind("campaigns", "officer", "/units/hcm-013/campaigns"),
                new Kind("draft of a report", "leader", "/teams/" + own + "/reports/2026-Q3"),
                new Kind("draft of a consolidated report", "officer", "/units/hcm-013/reports/2026-Q3"),
                new Kind("honours", "viewer", "/honours?asOf=" + HONOURED),
                new Kind("rounds of a unit", "auditor", "/units/hcm-013/recognition-rounds"),
                new Kind("round", "auditor", "/recognition-rounds/" + round + "?view=today"),
                new Kind("opening a round", "officer", "/open-round?unit=hcm-013"),
                new Kind("step of a round", "officer", "/round-step/object-to-score?round=" + round),
                new Kind("good models", "viewer", "/practices"),
                new Kind("good models of a team", "auditor", "/teams/" + prepared.follower() + "/practices"),
                new Kind("detectors", "viewer", "/detectors"),
                new Kind("finding", "administrator", "/findings/" + finding),
                new Kind("call-back samples of a unit", "auditor", "/units/hcm-013/call-back-samples"),
                new Kind("answers of a sample", "officer", "/calls?callBackSample=" + sample),
                new Kind("stipend statements of a unit", "administrator", "/units/hcm-013/stipends"),
                new Kind("evidence of a stipend", "auditor", "/stipends/" + PreparedRecords.STATEMENT + "/evidence"),
                new Kind("stipend rates", "viewer", "/stipend-policy"),
                new Kind("team", "auditor", "/teams/" + team),
                new Kind("timeline of a team", "auditor", "/teams/" + team + "/timeline?limit=20"),
                new Kind("commit", "auditor", "/commits/27886"),
                new Kind("corrected event", "auditor", "/events/34012"),
                new Kind("records to correct", "administrator", "/corrections"),
                new Kind("register of corrections", "auditor", "/made-corrections?to=2024-11-30"),
                new Kind("refused access", "auditor", "/refused-access"),
                new Kind("reads of personal data", "auditor", "/personal-data-reads"),
                new Kind("units", "administrator", "/units"),
                new Kind("policy", "administrator", "/policy"),
                new Kind("a form", "leader", "/do/submit-quarterly-report?team=" + own + "&quarter=2026-Q3"),
                new Kind("a visit of a team's officer", "officer", "/visit"),
                new Kind("a refusal", "member", "/personal-data-reads", 403));
    }

    /** The main screens, of which pictures are made. */
    static List<Kind> screens(RunningProduct product) {
        String own = product.json("leader", "/api/me", "/answer/rights/0/team").asString();
        String member = product.json("member", "/api/me", "/answer/member").asString();
        String household = product.json(
                        "member", "/api/members/" + member + "/households?limit=1", "/answer/items/0/household")
                .asString();
        String record = product.json(
                        "member",
                        "/api/members/" + member + "/activity?quarter=2025-Q1",
                        "/answer/records/0/assistance")
                .asString();
        return List.of(
                new Kind("home", "officer", "/"),
                new Kind("home-member", "member", "/"),
                new Kind("dashboard", "auditor", "/dashboards/hcm-001?quarter=2025-Q1&boundaries=as-now"),
                new Kind("dashboard-past", "auditor", DISTRICT + PAST),
                new Kind("dashboard-chart", "auditor", DISTRICT + "&view=chart"),
                new Kind(
                        "dashboard-compare",
                        "auditor",
                        "/dashboards/hcm-001?quarter=2025-Q1&boundaries=as-now&compare=yes"),
                new Kind("figure", "auditor", "/dashboards/bd-003/figures/H05?quarter=2024-Q4"),
                new Kind("unit-reports", "officer", "/units/hcm-013/reports?quarter=2026-Q3"),
                new Kind("report", "leader", "/teams/" + own + "/reports/2025-Q1"),
                new Kind("team", "leader", "/teams/" + own),
                new Kind("timeline", "auditor", "/teams/" + own + "/timeline"),
                new Kind("visit", "member", "/visit"),
                new Kind("households", "member", "/members/" + member + "/households"),
                new Kind("household", "member", "/households/" + household),
                new Kind("work", "member", "/members/" + member + "/activity"),
                new Kind("correction", "member", "/do/correct-assistance?assistance=" + record),
                new Kind("requests", "officer", "/units/hcm-013/requests"),
                new Kind("rows", "leader", "/rows/visits?team=" + own),
                new Kind("founding", "officer", "/found-team?unit=hcm-013"),
                new Kind("form", "leader", "/do/submit-quarterly-report?team=" + own + "&quarter=2026-Q3"));
    }

    /** The pages of the README; the last is a paper. */
    static List<Kind> ofTheReadme(RunningProduct product) {
        String member = product.json("member", "/api/me").at("/answer/member").asString();
        String household = product.json("member", "/api/members/" + member + "/households?limit=1")
                .at("/answer/items/0/household")
                .asString();
        String chain =
                product.json("auditor", "/api/commits/2000", "/answer/chain").asString();
        return List.of(
                new Kind("visit", "member", "/visit?household=" + household),
                new Kind("province", "auditor", "/dashboards/hcm-001?quarter=2026-Q3&boundaries=as-now"),
                new Kind("commune", "officer", "/dashboards/hcm-013?quarter=2026-Q3"),
                new Kind("honours", "", "/open/honours"),
                new Kind("proof", "auditor", PROOF + "?commit=2000&chain=" + chain),
                new Kind("report", "administrator", "/units/hcm-001/reports/2026-Q3?file=pdf"));
    }
}
