package vn.soto.page.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;
import vn.soto.page.creation.Actions.Action;
import vn.soto.page.creation.Actions.Group;

final class ActionsTest {

    private static final PageContext READER = Rendered.context(
            "/plans/p",
            Rendered.answer("/api/me", "/api/me", "{\"answer\":{\"account\":\"can.bo\",\"on\":\"2026-11-30\"}}"));

    private static Actions of(String question, String address, String commands) {
        return of(question, address, "{}", commands);
    }

    private static Actions of(String question, String address, String answer, String commands) {
        String body = "{'answer':" + answer + ",'links':{'commands':" + commands + "}}";
        return Actions.of(Rendered.answer(question, address, body.replace('\'', '"')), READER);
    }

    private static Actions ofReport(String versions, String... commands) {
        return of(
                "/api/teams/{team}/reports/{quarter}",
                "/api/teams/t/reports/2026-Q3",
                "{'versions':[" + versions + "]}",
                named(commands));
    }

    private static String named(String... commands) {
        return Stream.of(commands)
                .map(command -> "'" + command + "':{'href':'/api/x','name':'" + command + "'}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void theNextStepStandsByItself() {
        Actions actions =
                of("/api/plans/{plan}", "/api/plans/p", named("abandon-plan", "approve-plan", "reverse-plan"));

        assertThat(actions.primary()).map(Action::command).contains("approve-plan");
        assertThat(actions.shown()).extracting(Action::command).containsExactly("abandon-plan", "reverse-plan");
        assertThat(actions.folded()).isEmpty();
    }

    @Test
    void whatIsRefusedUntilLaterIsNoLinkAndSaysWhy() {
        Actions actions = of("/api/plans/{plan}", "/api/plans/p", """
                {'approve-plan':{'href':'/api/x','name':'Duyệt','refused':{'rule':'R','text':'Người đề nghị không tự duyệt.'}},
                'abandon-plan':{'href':'/api/x','name':'Bỏ'}}""");

        assertThat(actions.primary()).isEmpty();
        assertThat(actions.later()).extracting(Action::why).containsExactly("Người đề nghị không tự duyệt.");
        assertThat(actions.shown()).extracting(Action::command).containsExactly("abandon-plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAITING", "ACCEPTED", "SUBMITTED_BEFORE_ACCEPTANCE"})
    void aReportThatWasHandedInIsNotToBeHandedInNext(String state) {
        Actions actions = ofReport("{'state':'RETURNED'},{'state':'" + state + "'}", "submit-quarterly-report");

        assertThat(actions.primary()).isEmpty();
        assertThat(actions.shown()).extracting(Action::command).containsExactly("submit-quarterly-report");
    }

    @Test
    void aReportIsToBeHandedInFirstAndAfterItsReturn() {
        assertThat(ofReport("", "submit-quarterly-report").primary()).isPresent();
        assertThat(ofReport("{'state':'WAITING'},{'state':'RETURNED'}", "submit-quarterly-report")
                        .primary())
                .isPresent();
    }

    @Test
    void aReportThatWaitsIsToBeAcceptedByItsRecipient() {
        assertThat(ofReport("{'state':'WAITING'}", "submit-quarterly-report", "accept-quarterly-report")
                        .primary())
                .map(Action::command)
                .contains("accept-quarterly-report");
    }

    @Test
    void theRestIsFoldedBySubject() {
        Actions actions = of(
                "/api/teams/{team}",
                "/api/teams/t",
                named(
                        "enrol-member",
                        "end-membership",
                        "suspend-member",
                        "rename-team",
                        "change-coverage",
                        "dissolve-team",
                        "consolidate-teams",
                        "correct-founding-decision",
                        "appoint-leader"));

        assertThat(actions.shown()).hasSize(Actions.SHOWN);
        assertThat(actions.shown()).extracting(Action::command).doesNotContain("dissolve-team", "consolidate-teams");
        assertThat(actions.rest()).isEqualTo(4);
        List<String> titles = actions.folded().stream().map(Group::title).toList();
        assertThat(titles).doesNotHaveDuplicates().hasSizeBetween(2, 4);
    }
}
