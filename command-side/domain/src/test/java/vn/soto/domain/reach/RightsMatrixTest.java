package vn.soto.domain.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommonRule;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.testkit.CommandPage;
import vn.soto.testkit.GoldenList;

/**
 * Every command, sent by every role inside, beside and above its area, against the tables on the commands' pages that people read and
 * agree on. A command is tried as far as its right; nothing is appended.
 */
final class RightsMatrixTest {

    /** The senders, in the order of the tables. */
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
        YES,
        /** About records of their own. */
        OWN,
        NO
    }

    private Answer answer(String sender, Command command) {
        try {
            var _ = world.scenario().as(sender).send(command);
            throw new AssertionError("appended");
        } catch (RuleViolatedException e) {
            boolean own = e.rule() instanceof CommonRule && e.rule().name().startsWith("OWN_RECORD");
            return e.rule() instanceof ReachRule ? Answer.NO : own ? Answer.OWN : Answer.YES;
        } catch (OutOfReachException e) {
            return Answer.NO;
        } catch (RuntimeException e) {
            return Answer.YES;
        }
    }

    private String line(Class<? extends Command> type) {
        Command command = CommandSpecimens.of(type);
        Map<Answer, List<String>> senders =
                SENDERS.stream().collect(Collectors.groupingBy(sender -> answer(sender, command)));
        return "| %s | %s | %s |\n"
                .formatted(
                        Command.nameOf(type),
                        String.join(", ", senders.getOrDefault(Answer.YES, List.of())),
                        String.join(", ", senders.getOrDefault(Answer.OWN, List.of())));
    }

    private String table(List<Class<? extends Command>> commands) {
        return "\n| command | about what lies in hamlet 1 | about records of their own |\n|---|---|---|\n"
                + commands.stream().map(this::line).collect(Collectors.joining());
    }

    @Test
    void everyCommandIsOpenToThoseWhomItsPageNames() {
        Map<String, List<Class<? extends Command>>> pages = DomainModel.commands().stream()
                .collect(Collectors.groupingBy(
                        type -> CommandPage.nameOf(type.getInterfaces()[0]), TreeMap::new, Collectors.toList()));

        assertThat(pages).hasSizeGreaterThan(20).allSatisfy((name, commands) -> {
            String table = table(commands);
            CommandPage page = new CommandPage(name);
            String stored = page.rights();
            if (GoldenList.RENEWING && !stored.equals(table)) {
                page.writeRights(table);
            }
            assertThat(stored)
                    .as("%s. %s", name, GoldenList.howToRenew("command-side/domain", RightsMatrixTest.class))
                    .isEqualTo(table);
        });
    }

    /** The rules that hold whatever the table says. */
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
