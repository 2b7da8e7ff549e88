package vn.soto.domain.catalogue;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of the catalogue of services. */
public enum CatalogueRule implements Rule {
    /** Arguments: largest number allowed. */
    @AboutField("services")
    CATALOGUE_HAS_SOME_BUT_NOT_TOO_MANY_SERVICES,
    /** Arguments: code that occurs twice. */
    @AboutField("services")
    CATALOGUE_NAMES_EACH_SERVICE_ONCE,
    /** Arguments: code of the service whose last day is before its first. */
    @AboutField("services")
    SERVICE_IS_VALID_ON_SOME_DAY,
    /** Arguments: code, its category in earlier versions. */
    @AboutField("services")
    SERVICE_KEEPS_ITS_CATEGORY,
    /** Arguments: number of the version. */
    @AboutField("version")
    CATALOGUE_TO_WITHDRAW_IS_ADOPTED,
    /** Arguments: largest number allowed. */
    @AboutField("groups")
    SKILL_GROUPS_ARE_SOME_BUT_NOT_TOO_MANY,
    /** Arguments: code that occurs twice. */
    @AboutField("groups")
    SKILL_GROUP_IS_NAMED_ONCE,
    /** Arguments: code of the service. */
    @AboutField("services")
    SKILL_GROUP_IS_OF_A_SERVICE_OF_THE_CATALOGUE,
    /** Arguments: code of the service. */
    @AboutField("services")
    SERVICE_HAS_ONE_SKILL_GROUP,
    /** Arguments: code of the service, code of the group. */
    @AboutField("services")
    SERVICE_IS_IN_A_GROUP_OF_THE_FRAMEWORK,
    /** Arguments: number of the version. */
    @AboutField("version")
    SKILL_GROUPS_TO_WITHDRAW_ARE_ADOPTED
}
