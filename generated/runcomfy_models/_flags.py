# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b311a6a3233cf32a6162a1ce22a5d31a
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "kling/kling-3.0/standard/image-to-video": (
        '{"name": "prompt", "required": true, "types": ["string"], "help": "Prompt.", "facts": ["example: `\\"Bring this still photograph to life with cinematic motion. The young American woman in a flowing white linen sundress s…`"]}',
        '{"name": "multi_prompt", "types": ["array"], "items": {"types": ["object"], "fields": {"prompt": {"types": ["string"]}, "duration": {"types": ["integer"]}}}, "help": "Prompts in segments. Several segments, each with a prompt of its own, for transitions between scenes. The durations of all segments must add up to the duration of the whole video.", "facts": ["range: at most 20 items", "rule: `len(multi_prompt) == 0 or sum(segment.duration for segment in multi_prompt) == duration`"]}',
        '{"name": "start_image_url", "required": true, "types": ["string"], "media": "image", "help": "Start image. The first image of the video. The formats jpg, jpeg, png, bmp and webp are supported.", "facts": ["example: `\\"https://playgrounds-storage-public.runcomfy.net/tools/7349/media-files/input.png\\"`", "media: image", "media rule: accepts image/jpeg, image/png, image/bmp, image/webp (Supporta i formati jpg, jpeg, png, bmp, webp.)"]}',
        '{"name": "duration", "types": ["integer"], "help": "Duration. Total length of the generated video, in seconds.", "facts": ["range: 3 to 15", "default: `10`", "rule: `len(multi_prompt) == 0 or sum(segment.duration for segment in multi_prompt) == duration`"]}',
        '{"name": "generate_audio", "types": ["boolean"], "help": "Generate audio. Whether to generate audio for the video.", "facts": ["default: `true`"]}',
        '{"name": "elements", "types": ["array"], "items": {"types": ["object"], "fields": {"frontal_image_url": {"types": ["string"], "media": "image"}, "reference_image_urls": {"types": ["array"], "items": {"types": ["string"], "media": "image"}}, "video_url": {"types": ["string"], "media": "video"}}}, "help": "Elements. What the generation refers to: reference images and video clips.", "facts": ["range: at most 3 items"]}',
        '{"name": "shot_type", "types": ["string"], "choices": ["customize"], "help": "Shot type. How the shot of the camera, or the framing of the scene, is handled.", "facts": ["default: `\\"customize\\"`"]}',
        '{"name": "negative_prompt", "types": ["string"], "help": "Negative prompt."}',
        '{"name": "cfg_scale", "types": ["number"], "help": "Guidance scale. Scale of the classifier-free guidance: how closely the prompt is followed.", "facts": ["range: 0 to 1", "default: `0.5`"]}',
    ),
    "runwayml/runway-aleph/video-to-video": (
        '{"name": "video_url", "required": true, "types": ["string"], "media": "video", "help": "Video URL.", "facts": ["media: video", "media rule: file_size_mb< 16 (File size must be less than 16 MB.)"]}',
        '{"name": "prompt", "required": true, "types": ["string"], "help": "Prompt.", "facts": ["range: at most 1000 characters"]}',
        '{"name": "ratio", "required": true, "types": ["string"], "choices": ["1584:672", "1280:720", "848:480", "1104:832", "640:480", "960:960", "832:1104", "720:1280"], "help": "Resolution (W:H). The resolution of the video to generate.", "facts": ["example: `\\"1280:720\\"`"]}',
        '{"name": "image_url", "types": ["string"], "media": "image", "help": "Image Reference. Passing an image reference allows the model to emulate the style or content of the reference in the output.", "facts": ["media: image", "media rule: file_size_mb< 16 (File size must be less than 16 MB.)"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
