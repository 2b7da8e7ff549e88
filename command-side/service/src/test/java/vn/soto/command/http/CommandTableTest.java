package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.shared.Flag;
import vn.soto.domain.shared.CommonRule;
import vn.soto.testkit.CommandPage;
import vn.soto.testkit.GoldenList;

/** The pages about commands, and the README's index of them, match the code. */
final class CommandTableTest {

    private static final Path README = Path.of("../../command-side/README.md");
    private static final Pattern INDEX =
            Pattern.compile("(?s)(?<=<!-- made from the code -->\n\n).*?(?=\n<!-- until here -->)");
    private static final String RENEW = GoldenList.howToRenew("command-side/service", CommandTableTest.class);

    @Test
    void indexesWhatTheCodeSays() throws IOException {
        String readme = Files.readString(README);
        Matcher index = INDEX.matcher(readme);
        assertThat(index.find()).as("the README has a place for the index").isTrue();

        String stored = index.group();
        if (GoldenList.RENEWING && !stored.equals(CommandTable.index())) {
            Files.writeString(README, index.replaceFirst(Matcher.quoteReplacement(CommandTable.index())));
        }
        assertThat(stored).as(RENEW).isEqualTo(CommandTable.index());
    }

    @Test
    void saysOfEachCommandWhatTheCodeSays() throws IOException {
        SortedMap<String, String> pages = CommandTable.pages();
        SortedMap<String, String> stored = stored();
        if (GoldenList.RENEWING && !stored.equals(pages)) {
            rewrite(pages);
        }
        assertThat(stored).as(RENEW).isEqualTo(pages);
    }

    private static void rewrite(Map<String, String> pages) throws IOException {
        for (Path file : files()) {
            if (!pages.containsKey(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
        pages.forEach((name, commands) -> new CommandPage(name).writeCommands(commands));
    }

    /** One word on a page refers to all common rules of a topic. */
    @Test
    void usesCommonRulesOfOneWordTogether() {
        assertThat(CommandTable.pages().values())
                .allSatisfy(page -> assertThat(page).doesNotContain(names(CommonRule.values())));
        assertThat(CommandTable.index()).contains(names(CommonRule.values()));
    }

    /** The rules found in bytecode match those in the source. */
    @Test
    void followsAnAggregateToItsSetsAndTheTextsItChecks() {
        assertThat(section("unit.md", "establish-unit"))
                .contains(
                        "`POST /api/units`, officer, administrator.",
                        "Common rules: name, text, id, date, document.",
                        "- `UNIT_NAME_IS_FREE_WITHIN_PARENT`\n")
                .contains("- `unit-name.claimed.v1`\n", "- `unit.established.v1`\n");
        assertThat(section("team.md", "end-membership"))
                .contains("- `TEAM_IS_UNDERSTAFFED`\n- `TEAM_HAS_NO_LEADER`\n")
                .doesNotContain("team.formed.v1");
        assertThat(section("household.md", "reassign-household"))
                .contains("- `CASELOAD_IS_ABOVE_TARGET`\n", "- `caseload.changed.v1`\n");
    }

    /** A command that takes a core for seconds waits for a place. */
    @Test
    void everyCommandThatScoresARoundIsHeavy() {
        assertThat(CommandCatalogue.product().all())
                .filteredOn(command -> CommandTable.reach(command).calls(RoundScoring.class, "of"))
                .extracting(CommandDescriptor::name, CommandDescriptor::isHeavy)
                .containsExactlyInAnyOrder(
                        tuple("score-recognition-round", true),
                        tuple("decide-recognition-round", true),
                        tuple("publish-honours", true),
                        tuple("revoke-honour", true));
    }

    @Test
    void namesAnEventForEachWarning() {
        assertThat(Flag.Code.values())
                .allMatch(code -> CommandTable.EVENTS.stream().anyMatch(event -> WarningTriggers.raises(event, code)));
    }

    private static String section(String page, String command) {
        return Arrays.stream(CommandTable.pages().getOrDefault(page, "").split("\n## ", -1))
                .filter(section -> section.startsWith(command + "\n"))
                .findFirst()
                .orElseThrow();
    }

    private static String[] names(CommonRule[] rules) {
        return Stream.of(rules).map(Enum::name).toArray(String[]::new);
    }

    private static SortedMap<String, String> stored() throws IOException {
        SortedMap<String, String> stored = new TreeMap<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            stored.put(name, new CommandPage(name).commands());
        }
        return stored;
    }

    private static List<Path> files() throws IOException {
        if (!Files.isDirectory(CommandPage.FOLDER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(CommandPage.FOLDER)) {
            return files.toList();
        }
    }
}
