package vn.soto.domain.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommonRule;
import vn.soto.domain.shared.RuleViolatedException;

/**
 * Every command, sent by every role inside, beside and above its area, against a table that people read and agree on. A command is
 * tried as far as its right; nothing is appended. When the table has to change, run the test with {@code -Dsoto.renew}, read the
 * difference line by line, and run it again without.
 */
final class RightsMatrixTest {

    private static final Path TABLE = Path.of("src/test/resources/vn/soto/domain/reach/rights.txt");

    /** The senders, in the order of the columns. */
    private static final List<String> SENDERS = List.of(
            "member-team",
            "member-beside",
            "leader-team",
            "leader-beside",
            "officer-hamlet",
            "officer-commune",
            "officer-beside",
            "officer-district",
            "admin-commune",
            "admin-district",
            "admin-beside",
            "an",
            "company",
            "company-beside",
            "auditor",
            "viewer",
            "operator",
            "nobody");

    private static final Set<String> NEVER = Set.of("auditor", "viewer", "operator", "nobody");

    /** Thrown instead of appending: the sender has the right. */
    private static final class WithinTheRight extends RuntimeException {}

    private final RightsWorld world = new RightsWorld();

    RightsMatrixTest() {
        world.append(ledger -> draft -> {
            throw new WithinTheRight();
        });
    }

    private enum Answer {
        YES("x"),
        OWN("o"),
        NO(".");

        private final String sign;

        Answer(String sign) {
            this.sign = sign;
        }
    }

    private Answer answer(String sender, Command command) {
        try {
            var _ = world.scenario().as(sender).send(command);
            throw new AssertionError("appended");
        } catch (RuleViolatedException e) {
            boolean own = e.rule() instanceof CommonRule && e.rule().name().startsWith("OWN_RECORD");
            return e.rule() instanceof ReachRule ? Answer.NO : own ? Answer.OWN : Answer.YES;
        } catch (RuntimeException e) {
            return Answer.YES;
        }
    }

    private String line(Class<? extends Command> type) {
        Command command = CommandSpecimens.of(type);
        return "%-29s".formatted(Command.nameOf(type))
                + SENDERS.stream().map(sender -> answer(sender, command).sign).collect(Collectors.joining(" "));
    }

    private String table() {
        return Stream.concat(heading(), DomainModel.commands().stream().map(this::line))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static Stream<String> heading() {
        return Stream.concat(
                Stream.of(
                        "# x: may issue it about what lies in hamlet 1; o: about records of their own; .: refused. The columns:"),
                SENDERS.stream().map(sender -> "# " + " ".repeat(27 + 2 * SENDERS.indexOf(sender)) + sender));
    }

    @Test
    void everyCommandIsOpenToThoseWhomTheTableNames() throws IOException {
        String table = table();
        if (System.getProperty("soto.renew") != null && !table.equals(Files.readString(TABLE))) {
            Files.writeString(TABLE, table);
        }
        assertThat(table)
                .as("the table of rights differs; see the comment of this class for how to renew it")
                .isEqualTo(Files.readString(TABLE));
    }

    /** What holds whatever the table says. */
    @TestFactory
    Stream<DynamicTest> whoOnlyReadsIssuesNothing() {
        return DomainModel.commands().stream()
                .map(type -> DynamicTest.dynamicTest(Command.nameOf(type), () -> {
                    Command command = CommandSpecimens.of(type);
                    assertThat(NEVER.stream().filter(sender -> answer(sender, command) != Answer.NO))
                            .isEmpty();
                    assertThat(answer("an", command)).isEqualTo(Answer.YES);
                }));
    }
}
