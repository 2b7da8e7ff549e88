package vn.soto.contracts.stipend;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * Something that people look at before money moves. It points at records and accuses nobody.
 *
 * @param member    absent if it is about the team
 * @param day       day that it is about, the first of the month for a month; absent if it is about the whole period
 * @param otherTeam team in which the member acts too; absent if there is none
 * @param statement other statement that pays the same, written {@code <unit>:<period>}; absent if there is none
 */
public record StipendFinding(
        StipendFindingKind kind,
        TeamId team,
        @Nullable MemberId member,
        @Nullable LocalDate day,
        @Nullable TeamId otherTeam,
        @Nullable String statement) {}
