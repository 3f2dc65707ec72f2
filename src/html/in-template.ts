import { IN_BODY } from "./in-body.ts";
import { closeTemplate, HEAD_RAW, HEAD_VOID } from "./in-head.ts";
import { Mode } from "./insertion-mode.ts";
import { ignore, ModeRules, type TagRule } from "./mode-rules.ts";

/** The first tag in a template decides what it is a template of. */
function becomes(mode: number): TagRule {
  return (builder) => {
    builder.templateModes[builder.templateModes.length - 1] = mode;
    builder.mode = mode;
    return true;
  };
}

const inBody: TagRule = (builder, tag) => IN_BODY.startTag(builder, tag);

export const IN_TEMPLATE: ModeRules = new ModeRules(becomes(Mode.InBody), ignore, IN_BODY.text)
  .starts([...HEAD_VOID, ...HEAD_RAW, "title", "template"], inBody)
  .starts(["caption", "colgroup", "tbody", "tfoot", "thead"], becomes(Mode.InTable))
  .starts(["col"], becomes(Mode.InColumnGroup))
  .starts(["tr"], becomes(Mode.InTableBody))
  .starts(["td", "th"], becomes(Mode.InRow))
  .ends(["template"], closeTemplate);
