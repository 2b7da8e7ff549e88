package vn.soto.query.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * A published honour that is in force.
 *
 * @param member honoured member, with consent to being named; absent for a team
 * @param name   of the member; absent for a team, or once the name is erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HonourView(
        RoundId round,
        UnitId unit,
        RoundKind kind,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable MemberId member,
        @Nullable TeamId team,
        @Nullable String name) {}
