package vn.soto.contracts.team;

/** A member named in the founding decision. */
public record FoundingMember(MemberId member, MemberOrigin organisation) {}
