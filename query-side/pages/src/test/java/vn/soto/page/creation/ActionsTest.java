package vn.soto.page.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;
import vn.soto.page.creation.Actions.Action;
import vn.soto.page.creation.Actions.Group;

final class ActionsTest {

    private static final PageContext READER = Rendered.context(
            "/plans/p",
            Rendered.answer("/api/me", "/api/me", "{\"answer\":{\"account\":\"can.bo\",\"on\":\"2026-11-30\"}}"));

    private static Actions of(String question, String address, String commands) {
        ApiAnswer answer = Rendered.answer(
                question, address, ("{'answer':{},'links':{'commands':" + commands + "}}").replace('\'', '"'));
        return Actions.of(answer, READER);
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
