package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of commands is what the code says. */
final class CommandTableTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern TABLE =
            Pattern.compile("(?s)(?<=<!-- made from the code -->\n\n).*?(?=\n<!-- until here -->)");
    private static final String RENEW =
            "Renew it: mvn test -pl command-side/service -am -Dtest=CommandTableTest -Dsurefire.failIfNoSpecifiedTests=false -Dsoto.renew";

    @Test
    void saysOfEachCommandWhatTheCodeSays() throws IOException {
        String readme = Files.readString(README);
        Matcher table = TABLE.matcher(readme);
        assertThat(table.find()).as("the README has a place for the table").isTrue();

        if (System.getProperty("soto.renew") != null) {
            Files.writeString(README, table.replaceFirst(Matcher.quoteReplacement(CommandTable.text())));
        } else {
            assertThat(table.group()).as(RENEW).isEqualTo(CommandTable.text());
        }
    }

    /** What is found in the bytecode is what a reader of the source finds. */
    @Test
    void followsAnAggregateToItsSetsAndTheTextsItChecks() {
        assertThat(row("establish-unit"))
                .contains(
                        "`UNIT_NAME_IS_FREE_WITHIN_PARENT`",
                        "`NAME_HOLDS_NO_PERSONAL_NUMBER`",
                        "| officer, administrator |")
                .contains("`unit-name.claimed.v1`", "`unit.established.v1`")
                .doesNotContain("REASON_");
        assertThat(row("end-membership"))
                .contains("`TEAM_IS_UNDERSTAFFED`<br>`TEAM_HAS_NO_LEADER`")
                .doesNotContain("team.formed.v1");
        assertThat(row("reassign-household")).contains("`CASELOAD_IS_ABOVE_TARGET`", "`caseload.changed.v1`");
    }

    private static String row(String command) {
        return CommandTable.text()
                .lines()
                .filter(line -> line.startsWith("| `" + command + "` |"))
                .findFirst()
                .orElseThrow();
    }
}
