package vn.soto.page.record;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.page.QuestionPage;

/** The lists that people work from. */
@Configuration(proxyBeanMethods = false)
class ListPages {

    private static final String UNASSIGNED = "unassigned";
    private static final String STATE = "state";
    private static final String HELPED = "helped";
    private static final String PART = "part";
    private static final String COMING = "coming";

    @Bean
    QuestionPage teamsPage() {
        return new ListPage(
                "/api/teams",
                "items",
                "team",
                "coverage",
                "members",
                "understaffed",
                "leaderless",
                "needsConsolidation",
                "dissolved",
                COMING);
    }

    @Bean
    QuestionPage membersPage() {
        return new ListPage("/api/members", "members", "member", "team", "role", "organisation").finding("q");
    }

    @Bean
    QuestionPage householdsOfUnitPage() {
        return new ListPage(
                        "/api/units/{unit}/households", "items", "household", "unit", "team", "member", "since", COMING)
                .by(UNASSIGNED, "any", "true", "false")
                .by(HELPED, "any", "false", "true")
                .finding(PART);
    }

    @Bean
    QuestionPage householdsOfMemberPage() {
        return new ListPage("/api/members/{member}/households", "items", "household", "unit", "team", "since", COMING)
                .by(HELPED, "any", "false", "true")
                .finding(PART);
    }

    @Bean
    QuestionPage consentsOfTeamPage() {
        return new ListPage("/api/teams/{team}/consents", "items", "household", "given", "withdrawn", "member", "unit")
                .by("purpose", "any", "CONTACT", "FOLLOW_UP", "PHOTO", "PUBLICATION")
                .finding(PART);
    }

    @Bean
    QuestionPage requestsOfUnitPage() {
        return new ListPage(
                        "/api/units/{unit}/requests",
                        "requests",
                        "request",
                        "household",
                        "topics",
                        "unit",
                        "team",
                        "receivedOn",
                        "dueOn",
                        "state")
                .by(STATE, "open", "overdue", "closed");
    }

    @Bean
    QuestionPage requestsOfTeamPage() {
        return new ListPage(
                        "/api/teams/{team}/requests",
                        "requests",
                        "request",
                        "household",
                        "topics",
                        "unit",
                        "receivedOn",
                        "dueOn",
                        "state")
                .by(STATE, "open", "overdue", "all");
    }

    @Bean
    QuestionPage coveragePage() {
        return new ListPage(
                        "/api/units/{unit}/coverage",
                        "items",
                        "unit",
                        "kind",
                        "teams",
                        "uncovered",
                        "overlapping",
                        "needsConsolidation",
                        COMING)
                .saying(CoverageFinding::of);
    }

    @Bean
    QuestionPage undecidedPage() {
        return new ListPage("/api/units/{unit}/undecided", "entries", "unit", "in", "households", "candidates");
    }

    @Bean
    QuestionPage plansPage() {
        return new ListPage(
                        "/api/plans",
                        "",
                        "plan",
                        "kind",
                        STATE,
                        "steps",
                        "done",
                        "refused",
                        "submittedBy",
                        "submittedAt")
                .by(STATE, "any", "awaiting-approval", "running", "completed");
    }

    @Bean
    QuestionPage followUpsPage() {
        return new ListPage("/api/members/{member}/follow-ups", "followUps", "assistance", "on", "routed");
    }

    @Bean
    QuestionPage unconfirmedHelpPage() {
        return new ListPage(
                "/api/unconfirmed-assistances", "records", "assistance", "day", "team", "members", "household", "mode");
    }

    @Bean
    QuestionPage mobilisationsPage() {
        return new ListPage("/api/teams/{team}/mobilisations", "", "member", "day", "shift", "decision", "signedOn");
    }

    @Bean
    QuestionPage businessesPage() {
        return new ListPage("/api/units/{unit}/businesses", "items", "business", "tradeName", "kind", COMING);
    }

    @Bean
    QuestionPage accountsPage() {
        return new ListPage("/api/accounts", "items", "account", "member", "holder", "rights", COMING);
    }

    @Bean
    QuestionPage accountNoticesPage() {
        return new ListPage("/api/account-notices", "", "account", "action", "at", "by", "onMachine", "commit");
    }

    @Bean
    QuestionPage approvalPairsPage() {
        return new ListPage("/api/approval-pairs", "", "account", "other", "approved", "otherApproved");
    }

    @Bean
    QuestionPage organisationsPage() {
        return new ListPage("/api/organisations", "", "organisation", "kind", "teams");
    }

    @Bean
    QuestionPage dataRequestsPage() {
        return new ListPage("/api/data-requests", "dataRequests", "dataRequest", "kind", STATE, "receivedOn", "dueOn")
                .by(STATE, "open", "late", "closed", "all");
    }

    @Bean
    QuestionPage searchPage() {
        return new ListPage("/api/search", "hits", "id", "kind", "matches");
    }
}
