package vn.soto.contracts.catalogue;

/**
 * A group of the national framework of digital skills, as the authority that adopts it names it.
 *
 * @param code code of the framework, a text
 * @param vi   name in Vietnamese
 * @param en   name in English
 */
public record SkillGroup(String code, String vi, String en) {}
