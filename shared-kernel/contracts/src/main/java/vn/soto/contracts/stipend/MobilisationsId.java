package vn.soto.contracts.stipend;

import vn.soto.contracts.team.TeamId;

/** The mobilisation days of a team. Written {@code mobilisations:<team>}. */
public record MobilisationsId(TeamId team) {

    /** Their text, also for a team that may not exist. */
    public static String of(String team) {
        return "mobilisations:" + team;
    }

    @Override
    public String toString() {
        return of(team.value());
    }
}
