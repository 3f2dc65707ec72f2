import { type Command, Option } from "commander";
import type { CleanOptions } from "../clean-options.ts";
import { INPUT_KINDS, type InputKind } from "../core/input-kind.ts";

/** Flags of the commands that judge lines of text. */
export interface JudgeFlags {
  readonly judge: boolean;
  readonly inputKind: InputKind;
}

export function withJudgeOptions(command: Command): Command {
  const [usual] = INPUT_KINDS;
  return command
    .option("--no-judge", "let rules alone decide what goes of a text, and no learned model")
    .addOption(
      new Option("--input-kind <kind>", "what texts are: articles with some furniture, or all text of pages")
        .choices(INPUT_KINDS)
        .default(usual),
    );
}

/** What the flags ask for, where it is not what is done anyway. */
export function judgeOptionsOf({ judge, inputKind }: JudgeFlags): Pick<CleanOptions, "judge" | "inputKind"> {
  return { ...(!judge && { judge }), ...(inputKind !== INPUT_KINDS[0] && { inputKind }) };
}
