package vn.soto.page.form;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.page.ApiAnswer;

final class PeopleInTextsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOA = "00000000-0000-4000-8000-00000000000a";
    private static final String HAMLET = "00000000-0000-4000-8000-00000000000c";
    private static final String HOUSEHOLD = "00000000-0000-4000-8000-00000000000d";
    private static final String STRANGER = "00000000-0000-4000-8000-00000000000b";

    private final List<String> asked = new ArrayList<>();

    private Mono<List<ApiAnswer>> answers(List<String> addresses) {
        asked.addAll(addresses);
        return Mono.just(addresses.stream()
                .map(address -> new ApiAnswer(
                        address.substring(0, address.lastIndexOf('/')) + "/{id}",
                        address,
                        200,
                        JSON.readTree(names(address))))
                .toList());
    }

    private static String names(String address) {
        return switch (address) {
            case "/api/members/" + HOA -> "{\"links\":{\"names\":{\"member\":{\"%s\":\"Lê Thị Hoa\"}}}}".formatted(HOA);
            case "/api/units/" + HAMLET -> "{\"links\":{\"names\":{\"unit\":{\"%s\":\"Ấp 3\"}}}}".formatted(HAMLET);
            case "/api/households/" + HOUSEHOLD -> "{\"answer\":{\"reference\":\"TB-001\"}}";
            default -> "{}";
        };
    }

    private JsonNode called(int status, String body) {
        return requireNonNull(PeopleInTexts.called(new CommandReply(status, JSON.readTree(body)), this::answers)
                        .block())
                .body();
    }

    @Test
    void warningsAndRefusalsCallMembersByTheirNames() {
        JsonNode receipt = called(
                201,
                "{\"commit\":7,\"created\":[\"%s\"],\"warnings\":[{\"text\":\"Còn 3 hộ của %s, 2 của %s.\",\"arguments\":[\"%s\"]}]}"
                        .formatted(HOA, HOA, STRANGER, HOA));
        assertThat(receipt.at("/warnings/0/text").asString())
                .isEqualTo("Còn 3 hộ của Lê Thị Hoa, 2 của " + STRANGER + ".");
        assertThat(receipt.at("/warnings/0/arguments/0").asString()).isEqualTo(HOA);
        assertThat(receipt.at("/created/0").asString()).isEqualTo(HOA);
        assertThat(called(422, "{\"detail\":\"%s không còn trong tổ.\"}".formatted(HOA))
                        .get("detail")
                        .asString())
                .isEqualTo("Lê Thị Hoa không còn trong tổ.");
        assertThat(asked)
                .containsOnly(
                        "/api/members/" + HOA,
                        "/api/members/" + STRANGER,
                        "/api/teams/" + STRANGER,
                        "/api/units/" + STRANGER,
                        "/api/households/" + STRANGER);
    }

    @Test
    void aRefusalCallsAUnitByItsName() {
        assertThat(called(422, "{\"detail\":\"Đơn vị %s không còn hiệu lực.\"}".formatted(HAMLET))
                        .get("detail")
                        .asString())
                .isEqualTo("Đơn vị Ấp 3 không còn hiệu lực.");
    }

    @Test
    void aRefusalCallsAHouseholdByItsReference() {
        assertThat(called(422, "{\"detail\":\"Hộ này đã gộp vào hộ %s.\"}".formatted(HOUSEHOLD))
                        .get("detail")
                        .asString())
                .isEqualTo("Hộ này đã gộp vào hộ TB-001.");
    }

    @Test
    void linesOfABatchAndOfAFileAreRepliesToo() {
        List<JsonNode> lines = requireNonNull(PeopleInTexts.called(
                        List.of(
                                JSON.readTree("{\"status\":\"refused\",\"detail\":\"%s đã nghỉ.\"}".formatted(HOA)),
                                JSON.readTree(
                                        "{\"status\":\"done\",\"warnings\":[{\"text\":\"Còn %s.\"}]}".formatted(HOA))),
                        this::answers)
                .block());
        assertThat(lines.getFirst().get("detail").asString()).isEqualTo("Lê Thị Hoa đã nghỉ.");
        assertThat(lines.getLast().at("/warnings/0/text").asString()).isEqualTo("Còn Lê Thị Hoa.");
        assertThat(called(200, "{\"faults\":[{\"cause\":\"%s không còn hiệu lực.\"}]}".formatted(HAMLET))
                        .at("/faults/0/cause")
                        .asString())
                .isEqualTo("Ấp 3 không còn hiệu lực.");
    }

    @Test
    void aReplyThatNamesNobodyAsksNothing() {
        assertThat(called(201, "{\"commit\":7,\"warnings\":[{\"text\":\"Đã ghi nhận.\"}]}")
                        .get("commit")
                        .asInt())
                .isEqualTo(7);
        assertThat(asked).isEmpty();
    }
}
