package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationRecorded;
import vn.soto.contracts.stipend.Shift;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;

/** The part of a team that an account is shown if the right to its records is not the right to all of it. */
final class SeenOfATeamIT {

    @Test
    void whoMayNotSeeStipendsSeesNoDayOfMobilisationInTheTimeline() {
        TwoCommunes world = new TwoCommunes();
        world.log.write(new MobilisationRecorded(
                new TeamId("t-in"), new MemberId("member-in"), TwoCommunes.DAY, Shift.DAY, TwoCommunes.DECISION, null));
        try (QuerySideFixture side = world.side()) {
            Map<String, Object> ofTheOfficer = timeline(side, "officer");
            Map<String, Object> ofTheMember = timeline(side, "member");

            assertThat(Json.map(ofTheOfficer.get("kinds"))).containsEntry("STIPENDS", 1);
            assertThat(ofTheOfficer.toString()).contains("mobilisation.recorded");
            assertThat(Json.map(ofTheMember.get("kinds"))).doesNotContainKey("STIPENDS");
            assertThat(ofTheMember.toString()).doesNotContain("mobilisation.recorded");
            assertThat(total(ofTheMember)).isEqualTo(total(ofTheOfficer) - 1);
        }
    }

    @Test
    void aReportLeadsUpToItsTeamOnlyWhoMayAskAboutTheTeam() {
        TwoCommunes world = new TwoCommunes();
        try (QuerySideFixture side = world.side()) {
            String report = "/api/teams/t-in/reports/2026-Q1";

            assertThat(links(side, "officer", report)).containsKey("up");
            assertThat(links(side, "viewer", report)).doesNotContainKey("up");
        }
    }

    private static Map<String, Object> timeline(QuerySideFixture side, String account) {
        return new Json(side.signedIn(account)).answer("/api/teams/t-in/timeline?limit=200");
    }

    private static int total(Map<String, Object> page) {
        return Integer.parseInt(String.valueOf(page.get("total")));
    }

    private static Map<String, Object> links(QuerySideFixture side, String account, String address) {
        return Json.map(new Json(side.signedIn(account)).whole(address).get("links"));
    }
}
