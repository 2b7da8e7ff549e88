package vn.soto.allinone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code soto.read-models.*}.
 *
 * @param file  whether a start goes on with the read models in the file of the one before; if not, they are in memory
 * @param cache memory for decoded documents of the file
 */
@ConfigurationProperties("soto.read-models")
record ReadModelsSettings(
        @DefaultValue("true") boolean file,
        @DefaultValue("48MB") DataSize cache) {}
