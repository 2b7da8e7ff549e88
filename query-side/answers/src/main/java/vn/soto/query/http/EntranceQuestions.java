package vn.soto.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.web.EndpointRight;

/** Answers where to begin: everything else is reached from its links. */
@RestController
final class EntranceQuestions {

    /**
     * @param description  address of the description of the whole API (OpenAPI)
     * @param team         those of the parameters, whose names are with the links
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entrance(
            String product,
            String description,
            @IdOf(IdKind.TEAM) @Nullable String team,
            @IdOf(IdKind.UNIT) @Nullable String unit,
            @IdOf(IdKind.ORGANISATION) @Nullable String organisation,
            @IdOf(IdKind.MEMBER) @Nullable String member) {}

    /** Its links lead to all that can be asked about nothing, and about what the parameters name. */
    @Query(at = "/api", right = EndpointRight.OWN_ACCOUNT)
    Entrance entrance(
            Asked asked,
            @RequestParam Optional<String> team,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<String> organisation,
            @RequestParam Optional<String> member) {
        return new Entrance(
                "Sổ Tổ",
                "/api/openapi.json",
                team.isPresent() ? team.get() : null,
                unit.isPresent() ? unit.get() : null,
                organisation.isPresent() ? organisation.get() : null,
                member.isPresent() ? member.get() : null);
    }
}
