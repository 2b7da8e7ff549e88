package vn.soto.contracts.correction;

import vn.soto.contracts.assistance.Beneficiary;

/** Kinds of records that rest on a team's members and area on one day. */
public enum RestingKind {
    ASSISTANCE("HELPERS_WERE_MEMBERS_ON_THAT_DAY"),
    OUTREACH("HOLDERS_WERE_MEMBERS_ON_THAT_DAY"),
    /** Suspended members may attend. */
    TRAINING("ATTENDEES_WERE_MEMBERS_ON_THAT_DAY"),
    /** A member's present responsibility for a household; its day is the first. */
    ASSIGNMENT("RESPONSIBLE_MEMBER_BELONGS_TO_TEAM");

    private final String memberRule;

    RestingKind(String memberRule) {
        this.memberRule = memberRule;
    }

    /** Name of the command's rule about the members. */
    public String memberRule() {
        return memberRule;
    }

    /** Name of the command's rule about the team's area, for somebody of that kind. */
    public String areaRule(Beneficiary.Kind of) {
        return switch (this) {
            case ASSIGNMENT -> "RESPONSIBLE_TEAM_COVERS_HOUSEHOLD";
            case OUTREACH, TRAINING -> "OUTREACH_TEAM_COVERS_UNIT";
            case ASSISTANCE ->
                switch (of) {
                    case HOUSEHOLD -> "HELPING_TEAM_COVERS_HOUSEHOLD";
                    case BUSINESS -> "HELPING_TEAM_COVERS_BUSINESS";
                    case WALK_IN -> "WALK_IN_IS_COUNTED_WHERE_THE_TEAM_WORKS";
                };
        };
    }
}
