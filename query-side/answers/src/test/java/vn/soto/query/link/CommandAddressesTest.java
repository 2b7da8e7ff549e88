package vn.soto.query.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.query.link.CommandAddresses.CommandAddress;

final class CommandAddressesTest {

    private final CommandAddresses commands = new CommandAddresses();

    @ParameterizedTest
    @CsvSource({
        "/api/teams/{team}/outreach, update-community-group",
        "/api/teams/{team}/outreach, record-community-group",
        "/api/teams/{team}/mobilisations, correct-mobilisation",
        "/api/unconfirmed-assistances, confirm-assistance",
        "/api/units/{unit}/periods, withdraw-reporting-calendar",
    })
    void whatHasNoQuestionOfItsOwnIsDealtWithWhereItStands(String list, String command) {
        assertThat(commands.into(list)).extracting(CommandAddress::name).contains(command);
        assertThat(commands.into("/api/teams/{team}/trainings"))
                .extracting(CommandAddress::name)
                .doesNotContain(command);
    }
}
