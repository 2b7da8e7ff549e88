package vn.soto.page.record;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.page.Page;

/** The lists that people work from. */
@Configuration(proxyBeanMethods = false)
class ListPages {

    private static final String UNASSIGNED = "unassigned";
    private static final String STATE = "state";

    @Bean
    Page teamsPage() {
        return new ListPage(
                "/api/teams",
                "",
                "team",
                "coverage",
                "members",
                "understaffed",
                "leaderless",
                "needsConsolidation",
                "dissolved");
    }

    @Bean
    Page householdsOfUnitPage() {
        return new ListPage("/api/units/{unit}/households", "items", "household", "unit", "team", "member", "since")
                .by(UNASSIGNED, "any", "true", "false");
    }

    @Bean
    Page householdsOfMemberPage() {
        return new ListPage("/api/members/{member}/households", "items", "household", "unit", "team", "since");
    }

    @Bean
    Page requestsOfUnitPage() {
        return new ListPage(
                        "/api/units/{unit}/requests",
                        "requests",
                        "request",
                        "unit",
                        "team",
                        "receivedOn",
                        "dueOn",
                        "state")
                .by(STATE, "open", "overdue", "closed", "all");
    }

    @Bean
    Page requestsOfTeamPage() {
        return new ListPage("/api/teams/{team}/requests", "requests", "request", "unit", "receivedOn", "dueOn", "state")
                .by(STATE, "open", "overdue", "closed", "all");
    }

    @Bean
    Page coveragePage() {
        return new ListPage(
                "/api/units/{unit}/coverage",
                "",
                "unit",
                "kind",
                "teams",
                "uncovered",
                "overlapping",
                "needsConsolidation");
    }

    @Bean
    Page undecidedPage() {
        return new ListPage("/api/units/{unit}/undecided", "entries", "unit", "in", "households", "candidates");
    }

    @Bean
    Page plansPage() {
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
    Page followUpsPage() {
        return new ListPage("/api/members/{member}/follow-ups", "followUps", "assistance", "on", "routed");
    }

    @Bean
    Page organisationsPage() {
        return new ListPage("/api/organisations", "", "organisation", "kind", "teams");
    }

    @Bean
    Page searchPage() {
        return new ListPage("/api/search", "hits", "id", "kind", "matches");
    }
}
