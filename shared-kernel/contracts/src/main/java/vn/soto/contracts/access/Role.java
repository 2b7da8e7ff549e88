package vn.soto.contracts.access;

/** Roles of accounts. Authority names are {@code ROLE_<name>}; the name is stored in events and never changes. */
public enum Role {
    /** thành viên tổ: records help */
    MEMBER,
    /** tổ trưởng: runs a team */
    LEADER,
    /** cán bộ xã, phường: forms teams, registers households */
    OFFICER,
    /** quản trị: establishes units, issues every corrective command */
    ADMINISTRATOR,
    /** kiểm tra viên: reads everything, writes nothing */
    AUDITOR,
    /** người xem: sees figures, never persons */
    VIEWER,
    /** người vận hành: sees the health of the system, never content */
    OPERATOR,
    /** cán bộ tổ chức hỗ trợ: records for an organisation that supports teams */
    ORGANISATION_OFFICER;

    /** Whether the role follows membership of a team or appointment as its leader, and is never granted. */
    public boolean followsMembership() {
        return this == MEMBER || this == LEADER;
    }

    /** Whether the role may approve plans, so that granting it takes two persons. */
    public boolean mayApprove() {
        return this == OFFICER || this == ADMINISTRATOR;
    }

    /** Whether the role may issue commands. */
    public boolean mayWrite() {
        return this != AUDITOR && this != VIEWER && this != OPERATOR;
    }
}
