package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.dispatch.CommandRequest;

final class CommandRequestResolverTest {

    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "019a0000-0000-7000-8000-000000000001",
                "019A0000-0000-7000-8000-00000000000A",
                "6f1c2a34-89ab-4cde-8f01-23456789abcd",
                "6f1c2a34-89ab-1cde-8f01-23456789abcd"
            })
    void takesAnIdOfTheClient(String id) {
        assertThat(CommandRequestResolver.id(id)).isEqualTo(UUID.fromString(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"019a0000-0000-8000-8000-000000000001", "019A0000-0000-8FFF-BFFF-00000000000A"})
    void refusesAnIdOfTheProductsOwn(String id) {
        refused(() -> CommandRequestResolver.id(id), "Idempotency-Key", "reserved-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan-1", "PLAN-019a0000", "plan-"})
    void refusesTheCorrelationOfAPlan(String correlation) {
        refused(() -> CommandRequestResolver.correlation(correlation, ID), "Correlation-Id", "reserved-correlation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans-1", "my-plan-1", "p"})
    void takesAnyOtherCorrelation(String correlation) {
        assertThat(CommandRequestResolver.correlation(correlation, ID)).isEqualTo(correlation);
    }

    @Test
    void aPlanHasTheIdOfItsRequestUnlessThatIsOneOfAnEarlierReversal() {
        UUID reversal = UUID.nameUUIDFromBytes(new byte[] {1});

        assertThat(CommandRequestResolver.planId(new CommandRequest(ID, "an")).value())
                .isEqualTo(ID.toString());
        refused(
                () -> CommandRequestResolver.planId(new CommandRequest(reversal, "an")),
                "Idempotency-Key",
                "reserved-plan");
    }

    private static void refused(ThrowingCallable reading, String field, String kind) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(InvalidFieldException.class, bad -> {
            assertThat(bad.field()).isEqualTo(field);
            assertThat(bad.kind()).isEqualTo(kind);
        });
    }
}
