package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.Test;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Rule;
import vn.soto.testkit.GoldenList;

final class DomainModelTest {

    private static final String MODULE = "command-side/domain";

    /** The README's table contains the names; another test compares it with the code. */
    @Test
    void namesEveryCommandOnce() {
        assertThat(DomainModel.commands().stream().map(Command::nameOf))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(80);
    }

    @Test
    void namesTheSystemsOwnCommandsWhichNoClientCanIssue() {
        assertThat(DomainModel.internal().stream().map(Command::nameOf))
                .containsExactly(
                        "record-plan-part",
                        "submit-plan",
                        "start-plan",
                        "record-plan-progress",
                        "lock-account",
                        "unlock-account",
                        "lock-device",
                        "unlock-device",
                        "reset-account");
        assertThat(DomainModel.internal().stream()
                        .map(type -> Command.issued(type).at()))
                .containsOnly("");
        assertThat(DomainModel.commands().stream()
                        .map(type -> Command.issued(type).at()))
                .doesNotContain("");
    }

    @Test
    void refusesToNameWhatHasNoName() {
        assertThatIllegalArgumentException().isThrownBy(() -> Command.nameOf(Command.class));
    }

    @Test
    void handlesEveryCommandInExactlyOneAggregate() {
        assertThat(DomainModel.aggregates().stream()
                        .flatMap(aggregate -> Stream.of(aggregate.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                        .<Class<?>>map(DomainModelTest::firstParameter))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(DomainModel.commands().stream(), DomainModel.internal().stream())
                                .toList());
    }

    @Test
    void givesEveryAggregateAStoredNameOfItsOwn() {
        GoldenList.check(
                MODULE,
                DomainModelTest.class,
                "aggregates.txt",
                DomainModel.aggregates().stream()
                        .map(aggregate ->
                                aggregate.getAnnotation(AggregateRoot.class).type())
                        .toList());
    }

    @Test
    void givesEveryRuleANameOfItsOwn() {
        List<String> names = DomainModel.rules().stream().map(Rule::name).toList();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    }

    private static Class<?> firstParameter(Method handler) {
        return handler.getParameterTypes()[0];
    }
}
