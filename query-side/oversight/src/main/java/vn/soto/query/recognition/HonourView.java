package vn.soto.query.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.RoundKind;

/**
 * A published honour that is in force.
 *
 * @param member honoured member, with consent to being named; absent for a team
 * @param name   of the member; absent for a team, or once the name is erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HonourView(
        String round,
        String unit,
        RoundKind kind,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String member,
        @Nullable String team,
        @Nullable String name) {}
