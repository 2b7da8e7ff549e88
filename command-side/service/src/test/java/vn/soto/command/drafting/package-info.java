@NullMarked
package vn.soto.command.drafting;

import org.jspecify.annotations.NullMarked;
