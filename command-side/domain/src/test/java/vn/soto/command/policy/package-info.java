@NullMarked
package vn.soto.command.policy;

import org.jspecify.annotations.NullMarked;
