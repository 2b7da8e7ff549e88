package vn.soto.domain.shared;

/** Roles of accounts; an account has one or more. Authority names are {@code ROLE_<name>}. */
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
    AUDITOR
}
