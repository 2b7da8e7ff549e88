package vn.soto.page.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.soto.page.Part;

/**
 * The daily duties of a right's holder.
 *
 * @param role    of the right
 * @param place   id of the unit, team or organisation it is for; empty everywhere
 * @param figures shown first
 * @param lines   things that may wait
 */
record Duty(String role, String place, List<Ask> figures, List<Ask> lines) {

    /** The question whose answer has the last twelve weeks of what the figures are about: a member's own, or a unit's. */
    Optional<String> weeks() {
        return figures.stream()
                .findFirst()
                .map(Ask::question)
                .map(question -> question.startsWith(DASHBOARDS) ? question + "/weeks" : question);
    }

    private static final String DASHBOARDS = "/api/dashboards/";
    private static final String PLANS = "/api/plans?state=awaiting-approval";

    /**
     * The duty of a right.
     *
     * @param right  of the answer about the reader
     * @param member the reader's id as a member; empty if none
     * @param unit   the unit that the right reaches: its own, that of its team, or of those everywhere the first
     * @param last   the quarter before today's
     */
    static Duty of(Part right, String member, String unit, String last) {
        String team = right.get("team").text();
        String role = right.get("role").text();
        String own = right.get("unit").text();
        return switch (role) {
            case "MEMBER" ->
                new Duty(role, team, member.isEmpty() ? List.of() : Ask.ownFigures(member), ofMember(member, team));
            case "LEADER" -> new Duty(role, team, ofArea(unit, "members"), ofLeader(team, unit));
            case "OFFICER" -> new Duty(role, own, ofArea(unit, "teams"), ofOfficer(unit, last));
            case "ADMINISTRATOR" -> new Duty(role, "", ofArea(unit, "teams"), ofAdministrator(unit));
            case "AUDITOR" -> new Duty(role, "", ofArea(unit, "teams"), ofAuditor(unit, last));
            case "VIEWER" -> new Duty(role, own, ofArea(unit, "teams"), List.of());
            case "ORGANISATION_OFFICER" -> {
                String organisation = right.get("organisation").text();
                yield new Duty(role, organisation, List.of(), ofOrganisation(organisation));
            }
            default -> new Duty(role, "", List.of(), List.of());
        };
    }

    private static List<Ask> ofArea(String unit, String staff) {
        return unit.isEmpty() ? List.of() : Ask.figures(DASHBOARDS + unit, staff);
    }

    private static List<Ask> ofMember(String member, String team) {
        List<Ask> lines = new ArrayList<>(requests("/api/teams/" + team));
        if (!member.isEmpty()) {
            String own = "/api/members/" + member;
            lines.add(Ask.waiting("home.follow-ups", own + "/follow-ups", "followUps"));
            lines.add(Ask.waiting("home.own-late", own + "/activity", "late"));
            lines.add(Ask.late("home.denied", own + "/activity", "byVerification/DENIED"));
        }
        return lines;
    }

    private static List<Ask> ofLeader(String team, String unit) {
        List<Ask> lines = new ArrayList<>(requests("/api/teams/" + team));
        lines.add(Ask.waiting("home.corrections", "/api/corrections?team=" + team, "total"));
        lines.add(Ask.waiting("home.unconfirmed", "/api/unconfirmed-assistances?team=" + team, "total"));
        lines.add(Ask.waiting("home.devices", "/api/teams/" + team + "/devices?waiting=true", "devices"));
        if (!unit.isEmpty()) {
            lines.add(Ask.waiting("home.unassigned", DASHBOARDS + unit, "total/unassigned")
                    .at("/units/" + unit + "/households?unassigned=true"));
        }
        return lines;
    }

    /** Recent changes to accounts of other approvers. */
    private static Ask notices() {
        return Ask.late("home.account-notices", "/api/account-notices", "");
    }

    private static List<Ask> ofOfficer(String unit, String last) {
        List<Ask> lines = new ArrayList<>();
        for (String reports :
                List.of("/api/units/" + unit + "/reports?quarter=" + last, "/api/units/" + unit + "/reports")) {
            lines.add(Ask.waiting("home.reports-waiting", reports, "totals/waiting"));
            lines.add(Ask.late("home.reports-overdue", reports, "totals/overdue"));
        }
        lines.addAll(requests("/api/units/" + unit));
        lines.addAll(ofTeams(unit));
        lines.add(Ask.waiting("home.undecided", "/api/units/" + unit + "/undecided", "households"));
        lines.add(Ask.waiting("home.reorganisation", "/api/units/" + unit + "/reorganisation", "left"));
        lines.add(Ask.waiting("home.proposals", PLANS, ""));
        lines.add(Ask.waiting("home.unconfirmed", "/api/unconfirmed-assistances", "total"));
        lines.add(notices());
        return lines;
    }

    private static List<Ask> ofAdministrator(String unit) {
        List<Ask> lines = new ArrayList<>();
        lines.add(Ask.waiting("home.proposals", PLANS, ""));
        lines.add(notices());
        lines.add(Ask.waiting("home.data-requests", "/api/data-requests", "dataRequests"));
        lines.add(Ask.waiting("home.links", "/api/accounts?unconfirmed=true", "items"));
        lines.add(Ask.waiting("home.corrections", "/api/corrections", "total"));
        if (!unit.isEmpty()) {
            lines.addAll(ofTeams(unit));
            lines.add(Ask.waiting("home.undecided", "/api/units/" + unit + "/undecided", "households"));
            lines.add(Ask.waiting("home.reorganisation", "/api/units/" + unit + "/reorganisation", "left"));
        }
        return lines;
    }

    private static List<Ask> ofAuditor(String unit, String last) {
        List<Ask> lines = new ArrayList<>();
        lines.add(Ask.waiting("home.corrections", "/api/corrections", "total"));
        lines.add(notices());
        lines.add(Ask.late("home.approval-pairs", "/api/approval-pairs", ""));
        if (!unit.isEmpty()) {
            String reports = "/api/units/" + unit + "/reports?quarter=" + last;
            lines.add(Ask.late("home.reports-differing", reports, "totals/differing"));
            lines.add(Ask.late("home.reports-late", reports, "totals/late"));
            lines.add(Ask.waiting("home.late-entries", DASHBOARDS + unit + "?quarter=" + last, "total/late"));
            lines.add(Ask.waiting("home.late-entries", DASHBOARDS + unit, "total/late"));
        }
        return lines;
    }

    private static List<Ask> ofOrganisation(String organisation) {
        String question = "/api/organisations/" + organisation;
        return List.of(Ask.waiting("home.supported", question, "teams"));
    }

    private static List<Ask> ofTeams(String unit) {
        String teams = "/teams?unit=" + unit;
        return List.of(
                Ask.waiting("home.unassigned", DASHBOARDS + unit, "total/unassigned")
                        .at("/dashboards/" + unit + "?by=unassigned"),
                Ask.late("home.leaderless", DASHBOARDS + unit, "total/leaderless")
                        .at(teams),
                Ask.late("home.understaffed", DASHBOARDS + unit, "total/understaffed")
                        .at(teams));
    }

    private static List<Ask> requests(String of) {
        return List.of(
                Ask.late("home.requests-overdue", of + "/requests?state=overdue", "total"),
                Ask.waiting("home.requests", of + "/requests", "total"));
    }
}
