package vn.soto.command.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.DomainModel;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.Team;
import vn.soto.domain.team.TeamCommand.FormTeam;

final class CommandCatalogueTest {

    private final CommandCatalogue catalogue = CommandCatalogue.product();

    @Test
    void holdsEveryCommandAtAResourceOfItsOwn() {
        assertThat(catalogue.all())
                .extracting(CommandDescriptor::type)
                .containsExactlyElementsOf(DomainModel.commands());
        assertThat(catalogue.all()).extracting(CommandDescriptor::path).doesNotHaveDuplicates();
        assertThat(catalogue.all()).allMatch(command -> command.path().startsWith("/api/"));
    }

    @Test
    void takesFromThePathWhatThePathNames() {
        CommandDescriptor end = catalogue.find("end-membership").orElseThrow();

        assertThat(end.path()).isEqualTo("/api/teams/{team}/members/{member}/end");
        assertThat(end.variables()).containsExactly("team", "member");
        assertThat(end.body()).extracting(Field::name).containsExactly("reason", "lastDay");
    }

    @Test
    void asksForWhatIsNotNullableAndIsNotTheTarget() {
        CommandDescriptor establish = catalogue.find("establish-unit").orElseThrow();
        CommandDescriptor submit = catalogue.find("submit-quarterly-report").orElseThrow();

        assertThat(establish.target()).isEqualTo("unit");
        assertThat(establish.body().stream().filter(establish::asksFor).map(Field::name))
                .containsExactly("kind", "name", "instrument", "effectiveFrom");
        assertThat(submit.target()).isNull();
        assertThat(submit.body().stream().filter(submit::asksFor)).isEmpty();
    }

    /** A wrong classification would run dependent lines of a batch concurrently. */
    @Test
    void knowsWhichCommandsOnlyCreate() {
        assertThat(onlyCreates("register-household")).isTrue();
        assertThat(onlyCreates("schedule-outreach")).isTrue();
        assertThat(onlyCreates("form-team")).as("it covers units as well").isFalse();
        assertThat(onlyCreates("record-assistance"))
                .as("it marks the household as helped")
                .isFalse();
        assertThat(onlyCreates("establish-unit")).as("it claims a name as well").isFalse();
        assertThat(onlyCreates("assign-household")).as("it changes a household").isFalse();
        assertThat(onlyCreates("adopt-policy")).as("it may change the book").isFalse();
    }

    private boolean onlyCreates(String name) {
        return catalogue.find(name).orElseThrow().onlyCreates();
    }

    @ClientCommand(as = "form-team", at = "teams")
    record SameName(@TargetAggregateIdentifier TeamId team) implements Command {}

    @Test
    void refusesCommandsThatCannotBeIssued() {
        List<Class<?>> aggregates = DomainModel.aggregates();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommandCatalogue(List.of(FormTeam.class, FormTeam.class), aggregates))
                .withMessageContaining("form-team");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommandCatalogue(List.of(SameName.class), aggregates))
                .withMessageContaining("no aggregate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommandCatalogue(List.of(RecordAssistance.class), List.of(Team.class)));
    }
}
