package vn.soto.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.Test;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Rule;

final class DomainModelTest {

    @Test
    void namesEveryCommandOnceAndForGood() {
        assertThat(DomainModel.commands().stream().map(Command::nameOf))
                .containsExactly(
                        "adopt-policy",
                        "establish-unit",
                        "form-team",
                        "enrol-member",
                        "end-membership",
                        "appoint-leader",
                        "register-household",
                        "assign-household",
                        "reassign-household",
                        "record-assistance",
                        "correct-assistance",
                        "void-assistance",
                        "submit-quarterly-report",
                        "approve-plan",
                        "pause-plan",
                        "resume-plan",
                        "abandon-plan",
                        "reverse-plan");
    }

    @Test
    void namesTheSystemsOwnCommandsWhichNoClientCanIssue() {
        assertThat(DomainModel.internal().stream().map(Command::nameOf))
                .containsExactly("record-plan-part", "submit-plan", "start-plan", "record-plan-progress");
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
        assertThat(DomainModel.aggregates().stream()
                        .map(aggregate -> aggregate.getAnnotation(AggregateRoot.class))
                        .map(AggregateRoot::type))
                .containsExactly(
                        "policy",
                        "unit",
                        "unit-name",
                        "team",
                        "household",
                        "caseload",
                        "assistance",
                        "report",
                        "plan",
                        "plan-part",
                        "plans");
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
