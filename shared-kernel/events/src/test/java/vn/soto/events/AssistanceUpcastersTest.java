package vn.soto.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;

final class AssistanceUpcastersTest {

    private static final String CONTENT =
            "'content':{'services':[%s],'channel':'ZALO','mode':'DEMONSTRATED','occurredAt':'2026-08-02T03:04:05Z'}";
    private static final String RECORDED =
            "{'assistance':'a','team':'t','household':'h','unit':'u','helpers':[%s]," + CONTENT + "}";

    private final EventCodec codec = EventCodec.product();

    /** Each category becomes its general service, which exists in the catalogue of the record's day. */
    @ParameterizedTest
    @EnumSource
    void aCategoryReadsAsTheServiceThatStandsForIt(ServiceCategory category) {
        AssistanceRecorded read = recorded("'lan'", "'" + category + "'");

        assertThat(read.content().services()).containsExactly(ServiceCode.generic(category));
        assertThat(read.categories()).containsExactly(category);
        assertThat(PlanCatalogue.version1()
                        .find(
                                ServiceCode.generic(category),
                                VietnamTime.day(read.content().occurredAt())))
                .hasValueSatisfying(service -> assertThat(service.category()).isEqualTo(category));
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 50 50", "3, 34 33 33", "7, 16 14 14 14 14 14 14", "10, 10 10 10 10 10 10 10 10 10 10"})
    void helpersShareEqually(int helpers, String hundredths) {
        String members = String.join(
                ",",
                Stream.iterate(1, i -> i + 1)
                        .limit(helpers)
                        .map(i -> "'m-" + i + "'")
                        .toList());

        assertThat(recorded(members, "'VNEID'").helpers())
                .extracting(share -> Integer.toString(share.hundredths()))
                .containsExactly(hundredths.split(" "));
        assertThat(recorded(members, "'VNEID'").helpers().stream().mapToInt(CreditShare::hundredths))
                .satisfies(shares -> assertThat(
                                shares.stream().mapToInt(share -> share).sum())
                        .isEqualTo(100));
    }

    @Test
    void nobodyAskedForTheOutcome() {
        AssistanceRecorded read = recorded("'lan'", "'VNEID'");

        assertThat(read.content().outcome()).isEqualTo(AssistanceOutcome.UNSTATED);
        assertThat(read.content().followUp()).isNull();
        assertThat(read.responsible()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'assistance':'a','team':'t','household':'h','unit':'u'}",
                "{'assistance':'a','team':'t','household':null,'unit':'u','helpers':[],'content':null}",
                "{'assistance':'a','team':'t','household':'h','unit':'u','helpers':'lan','content':{'services':'VNEID'}}",
                "{'assistance':'a','team':'t','household':'h','unit':'u','helpers':[{}],'content':{'services':[{}]}}",
            })
    void whatWasNeverStoredIsRefused(String body) {
        for (String name : List.of("assistance.recorded", "assistance.corrected")) {
            assertThatThrownBy(() -> codec.decode(new EventType(name, "1"), json(body)))
                    .as(name)
                    .isInstanceOf(EventException.Malformed.class);
        }
    }

    @Test
    void anUnknownCategoryIsRefused() {
        assertThatThrownBy(() -> recorded("'lan'", "'COOKING'")).isInstanceOf(EventException.Malformed.class);
    }

    private AssistanceRecorded recorded(String helpers, String services) {
        return (AssistanceRecorded)
                codec.decode(new EventType("assistance.recorded", "1"), json(RECORDED.formatted(helpers, services)));
    }

    private static Payload json(String text) {
        return new Payload(EventCodec.ENCODING, text.replace('\'', '"').getBytes(UTF_8));
    }
}
