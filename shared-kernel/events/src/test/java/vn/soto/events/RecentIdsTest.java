package vn.soto.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.stored.Input;
import vn.soto.events.stored.Output;
import vn.soto.events.stored.StoredValue;
import vn.soto.events.stored.StoredValues;

final class RecentIdsTest {

    public record Page(String id, List<TeamId> teams) {}

    @Test
    void anIdThatIsReadAgainIsTheSame() {
        TeamId first = RecentIds.of(TeamId.class).of("recent-1");

        assertThat(RecentIds.of(TeamId.class).of("recent-1")).isSameAs(first);
        assertThat(RecentIds.of(MemberId.class).of("recent-1").value())
                .as("of another kind")
                .isEqualTo("recent-1");
    }

    @Test
    void whateverWasReadBetweenItIsEqual() {
        IntStream.range(0, 100_000)
                .mapToObj(number -> new TeamId("between-" + number))
                .forEach(id ->
                        assertThat(RecentIds.of(TeamId.class).of(id.value())).isEqualTo(id));
    }

    @Test
    void aTextThatIsNoIdIsRefused() {
        assertThatThrownBy(() -> RecentIds.of(TeamId.class).of("Tổ 1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eventsAndDocumentsShareIt() {
        TeamId ofAnEvent =
                JsonMapper.builder().addModule(new ValueModule()).build().readValue("\"recent-2\"", TeamId.class);
        StoredValue pages = new StoredValues().of(Page.class, List.of());
        Output to = new Output().begin("page");
        pages.write(new Page("page", List.of(new TeamId("recent-2"), new TeamId("recent-2"))), to);

        Page read = (Page) Objects.requireNonNull(pages.read(new Input("page", to.bytes())));

        assertThat(read.teams()).hasSize(2).allSatisfy(team -> assertThat(team).isSameAs(ofAnEvent));
    }
}
