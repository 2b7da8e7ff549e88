package vn.soto.allinone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code soto.read-models.*}.
 *
 * @param file whether a start goes on with the read models in the file of the one before; if not, they are in memory
 */
@ConfigurationProperties("soto.read-models")
record ReadModelsSettings(@DefaultValue("true") boolean file) {}
