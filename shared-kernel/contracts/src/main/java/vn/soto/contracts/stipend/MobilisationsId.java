package vn.soto.contracts.stipend;

import vn.soto.contracts.team.TeamId;

/** The mobilisation days of a team. Written {@code mobilisations:<team>}. */
public record MobilisationsId(TeamId team) {

    @Override
    public String toString() {
        return "mobilisations:" + team;
    }
}
