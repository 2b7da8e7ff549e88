package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;

final class RefusedCommandsTest {

    private static final PageContext READER = Rendered.context(
            "/", Rendered.answer("/api/me", "/api/me", "{\"answer\":{\"account\":\"can.bo\",\"on\":\"2026-11-30\"}}"));

    private static boolean refuses(String command, String question, String json) {
        ApiAnswer answer = Rendered.answer(question, question, "{\"answer\":" + json.replace('\'', '"') + "}");
        return RefusedCommands.refuses(command, answer, READER);
    }

    /** A command whose name or address is another one would be offered in every state. */
    @Test
    void eachCommandIsAboutWhatItsPageShows() throws IOException {
        Map<String, String> paths = new JsonMapper()
                .readTree(Files.readString(
                        Path.of("../../command-side/domain/src/main/resources/vn/soto/domain/commands/forms.json")))
                .valueStream()
                .collect(Collectors.toMap(
                        form -> form.path("name").asString(),
                        form -> form.path("path").asString()));

        assertThat(RefusedCommands.byQuestion())
                .hasSizeGreaterThan(10)
                .allSatisfy((question, commands) -> assertThat(commands)
                        .allSatisfy(command ->
                                assertThat(paths.get(command)).as(command).startsWith(question)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/requests/{request}       | {'state':'WAITING'}                      | take-support-request      | reopen-support-request
            /api/requests/{request}       | {'state':'TAKEN'}                        | resolve-support-request   | take-support-request
            /api/requests/{request}       | {'state':'DECLINED'}                     | reopen-support-request    | decline-support-request
            /api/assistances/{assistance} | {'voided':false,'flags':[]}              | void-assistance           | confirm-assistance
            /api/assistances/{assistance} | {'voided':false,'flags':['UNCONFIRMED']} | confirm-assistance        | restore-assistance
            /api/assistances/{assistance} | {'voided':true,'flags':[]}               | restore-assistance        | correct-assistance
            /api/households/{household}   | {'state':'LEFT','units':[{}]}            | return-household          | mark-household-left
            /api/households/{household}   | {'state':'PRESENT','duplicates':['a']}   | assign-household          | merge-households
            /api/plans/{plan}             | {'state':'COMPLETED','refused':0,'run':1} | reverse-plan             | resume-plan
            /api/plans/{plan}             | {'state':'COMPLETED','refused':2,'run':1} | resume-plan              | abandon-plan
            /api/recognition-rounds/{round} | {'about':{'stage':'OPEN','lastDay':'2026-09-30'}} | score-recognition-round | decide-recognition-round
            /api/recognition-rounds/{round} | {'about':{'stage':'OPEN','lastDay':'2026-12-31'}} | nominate-candidate | score-recognition-round
            /api/units/{unit}             | {'status':'ENDED'}                       | undo-unit-change          | rename-unit
            /api/teams/{team}/reports/{quarter} | {'state':'WAITING','version':2,'versions':[{},{}],'period':{'lastDay':'2026-09-30'}} | accept-quarterly-report | none
            /api/teams/{team}/reports/{quarter} | {'state':'WAITING','version':1,'versions':[{},{}],'period':{'lastDay':'2026-09-30'}} | submit-quarterly-report | accept-quarterly-report
            /api/units/{unit}/reports/{quarter} | {'state':'WAITING','version':1,'versions':[{}],'lastDay':'2026-09-30'} | note-unit-report | accept-unit-report
            """)
    void aStateRefusesSomeAndNotOthers(String question, String json, String offered, String refused) {
        assertThat(refuses(offered, question, json)).as(offered).isFalse();
        assertThat(refuses(refused, question, json)).as(refused).isEqualTo(!refused.equals("none"));
    }
}
